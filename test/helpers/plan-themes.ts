/** What plans in tests are about: needs of invented children, told well. */

export interface Cast {
  /** First name of the child the need is about. */
  c: string
  he: string
  him: string
  his: string
  /** First names of the adults. */
  mother: string
  father: string
  relative: string
}

/** Who does an action: a parent, or the professional with this post. */
export type Doer =
  | 'mother'
  | 'father'
  | 'parents'
  | 'Social worker'
  | 'Health visitor'
  | 'School nurse'
  | 'Class teacher'
  | 'Family support worker'

export interface Theme {
  ages: [from: number, to: number]
  worry(cast: Cast): string
  outcome(cast: Cast): string
  /** A frequency where `often` is given, else a date. */
  actions: {by: Doer; often?: string; text(cast: Cast): string}[]
}

export const themes: readonly Theme[] = [
  {
    ages: [4, 14],
    worry: ({c}) => `${c} was left alone for four hours on 9 February 2026 with no supper.`,
    outcome: ({c, him}) => `${c} always has a grown-up with ${him} at night.`,
    actions: [
      {by: 'mother', text: ({relative}) => `Ask ${relative} to sleep over`},
      {by: 'Social worker', text: ({c}) => `Show ${c} how to ring for help`},
      {by: 'father', text: ({c}) => `Give ${c} a list of three phone numbers`}
    ]
  },
  {
    ages: [5, 14],
    worry: ({c}) => `${c} comes to school hungry and has lost two kilos since November.`,
    outcome: ({c}) => `${c} eats three meals a day and puts on weight.`,
    actions: [
      {by: 'parents', often: 'Every day', text: ({c}) => `Give ${c} breakfast before school`},
      {by: 'School nurse', often: 'Every two weeks', text: ({c, mother}) => `Weigh ${c} and show ${mother} the chart`},
      {by: 'Family support worker', text: ({mother}) => `Take ${mother} to the food bank on Mill Street`}
    ]
  },
  {
    ages: [3, 14],
    worry: ({c}) => `${c} has had toothache since October and eats only soup.`,
    outcome: ({c}) => `${c} eats and sleeps without pain.`,
    actions: [
      {by: 'mother', text: ({c}) => `Take ${c} to the dentist`},
      {by: 'father', often: 'Twice a day', text: ({c}) => `Help ${c} to brush for two minutes`},
      {by: 'Social worker', text: () => 'Find a dentist near the bus stop'}
    ]
  },
  {
    ages: [5, 14],
    worry: ({c}) => `${c} has missed 31 days of school since September and has fallen behind with reading.`,
    outcome: ({c}) => `${c} is in class every day and catches up with reading.`,
    actions: [
      {by: 'father', often: 'Every school day', text: ({c}) => `Walk ${c} to school`},
      {by: 'Class teacher', often: 'Twice a week', text: ({c}) => `Read with ${c} before lessons`},
      {by: 'mother', often: 'Every day', text: ({c}) => `Set an alarm and wake ${c} at seven`},
      {by: 'Family support worker', text: ({c}) => `Buy ${c} a winter coat and shoes`}
    ]
  },
  {
    ages: [1, 14],
    worry: ({c}) => `${c} sleeps on the floor beside a wet wall and coughs all night.`,
    outcome: ({c}) => `${c} sleeps in a dry bed and wakes without a cough.`,
    actions: [
      {by: 'Social worker', text: ({c}) => `Order a bed for ${c}`},
      {by: 'father', text: () => 'Paint the bedroom wall'},
      {by: 'mother', text: ({c}) => `Take ${c} to the doctor about the cough`}
    ]
  },
  {
    ages: [4, 14],
    worry: ({c, mother, father}) => `${c} hides in the wardrobe when ${mother} and ${father} shout at each other.`,
    outcome: ({c}) => `${c} plays at home and does not hide.`,
    actions: [
      {by: 'parents', text: ({relative}) => `Agree a signal that brings ${relative} to the house`},
      {by: 'Social worker', text: ({c}) => `Ask ${c} to draw a day at home`},
      {by: 'father', often: 'Once a week', text: () => 'Go to the evening class at Harbour House'}
    ]
  },
  {
    ages: [0, 3],
    worry: ({c}) => `${c} has been found asleep face down on the sofa twice since Christmas.`,
    outcome: ({c, his}) => `${c} sleeps on ${his} back in a cot.`,
    actions: [
      {by: 'Health visitor', text: ({mother}) => `Show ${mother} how to make up the cot`},
      {by: 'parents', often: 'Every night', text: ({c}) => `Put ${c} to sleep in the cot`},
      {by: 'father', text: () => 'Move the cot into the back bedroom'}
    ]
  },
  {
    ages: [1, 3],
    worry: ({c, his}) => `${c} fell down the stairs on 2 February 2026 and cut ${his} head.`,
    outcome: ({c, him}) => `${c} plays indoors and nothing hurts ${him}.`,
    actions: [
      {by: 'father', text: () => 'Fit the stair gate'},
      {by: 'Health visitor', text: ({father}) => `Look at the stair gate with ${father}`},
      {by: 'mother', often: 'Every night', text: ({c}) => `Carry ${c} up the stairs to bed`}
    ]
  },
  {
    ages: [1, 3],
    worry: ({c}) => `${c} says four words and uses no spoon or cup.`,
    outcome: ({c}) => `${c} can ask for a drink, a cuddle and a toy.`,
    actions: [
      {by: 'mother', often: 'Every day', text: ({c}) => `Look at a picture book with ${c}`},
      {by: 'Health visitor', text: ({c}) => `Test what ${c} can hear`},
      {by: 'parents', often: 'Once a week', text: ({c}) => `Take ${c} to the singing group at the library`}
    ]
  },
  {
    ages: [7, 14],
    worry: ({c, relative}) => `${c} cooks and washes for ${relative} and is too tired to do homework.`,
    outcome: ({c}) => `${c} does homework and sees friends after school.`,
    actions: [
      {by: 'mother', often: 'Every day', text: ({relative}) => `Cook for ${relative}`},
      {by: 'Family support worker', text: ({c}) => `Take ${c} to the youth club`},
      {by: 'Class teacher', often: 'Once a week', text: ({c}) => `Keep a quiet table for ${c} at homework club`}
    ]
  }
]
