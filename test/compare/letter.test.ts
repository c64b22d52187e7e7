import {describe, expect, it} from 'vitest'
import {planOf, readOnDemand} from '../../src/index.ts'
import {compareWithLetter} from '../../src/compare/letter.ts'
import type {LetterKind} from '../../src/comparison.ts'

/** What is found, in the words of the letter, or else of the plan. */
async function findings(worries: string, asks: string, plan: string): Promise<{kind: LetterKind; text: string; other: string}[]> {
  const letter = `Northam Council

# Letter before proceedings: Mia Holt and Jack Holt

Monday 2 March 2026

Dear Carly and Shane,

We are thinking about going to court. Take this letter to a solicitor.

## What worries us

${worries}

## What you need to do

${asks}

## Meeting

Come to the Town Hall on 12 March 2026 at 2pm.

Yours sincerely

Ann Lee, social worker
`
  const document = `# Child protection plan: Mia Holt and Jack Holt

Date: 2 February 2026

Children: Mia Holt (8) and Jack Holt (3)

Mum: Carly Holt

Dad: Shane Pike

Social worker: Ann Lee

${plan}
`
  const read = async (text: string, path: string): Promise<{path: string; plan: ReturnType<typeof planOf>}> => ({
    path,
    plan: planOf(await readOnDemand(new TextEncoder().encode(text), path))
  })
  const {changes} = compareWithLetter(await read(letter, 'letter.md'), await read(document, 'plan.md'))
  return changes.map(({kind, before, after}) => ({kind, text: (before ?? after)?.text ?? '', other: after?.text ?? ''}))
}

const table = (rows: string): string => `## Plan\n\n| Worry | What we want | Action | Who | By when |\n|---|---|---|---|---|\n${rows}`
const school = '| Mia is late for school. | Mia is in class at 9am every day. | Walk Mia to school | Carly | Every school day |'
const late = '- Mia is late for school and misses reading.'
const walk = '- Walk Mia to school each day.'

const kinds = async (kind: LetterKind, ...given: [string, string, string]): Promise<string[]> =>
  (await findings(...given)).filter(found => found.kind === kind).map(({text}) => text)

describe('asks and the plan', () => {
  const tasks = table(
    [
      '| Carly drinks in the evenings. | Somebody sober is with Mia and Jack every night. | Alcohol sessions at Larch Centre | Carly | Thursdays, weekly |',
      '| Shane hits Carly. | Nobody is hit at home. | Shane keeps away from the flat | Shane | At all times |',
      '| Jack has toothache. | Jack eats without pain. | Dental check for Jack at Mill Row | Carly | 20 March 2026 |',
      '| The rent is owed. | The family keeps its home. | Agree a repayment plan and stop the eviction | Gareth Lunn | 6 April 2026 |',
      '| Carly is low. | Carly gets up with the children. | Talking sessions with the wellbeing worker from Open Gate | Carly | Once a week |',
      '| Shane is drunk in the house. | Mia and Jack have calm evenings. | No Shane in the house from six in the evening until eight in the morning | Shane | Daily |',
      '| Mia is late. | Mia hears the register. | Get Mia into class for ten to nine | Carly | Every school day |',
      '| Mia has no breakfast. | Mia is not hungry. | Breakfast club at Marsh Lane from quarter past eight | Carly | School days |',
      '| Jack misses his dad. | Jack sees his dad. | Bring Jack to see Shane at Beacon House with staff in the room | Carly | Saturdays |',
      '| The kitchen is filthy. | Jack plays on a clean floor. | Bags out and worktops wiped | Carly | Each night |',
      '| The flat is damp. | Dry rooms. | Dehumidifier on and a window open an hour a day | Carly | Daily |',
      '| Mia is smacked. | Mia is not hurt. | Carly will not use any physical punishment | Carly | From now on |',
      '| Jack has no injections. | Jack is protected. | Jack’s boosters at Dr Rao’s – they have not been yet | Carly | 20 March 2026 |',
      '| Neil frightens Mia. | Mia is calm. | Carly has nothing to do with Neil: no calls, no texts | Carly | All the time |',
      '| Neil is not kept away by law. | Mia is safe. | Get the court order that keeps Neil out finished | Carly | 27 March 2026 |',
      '| Mia misses school. | Mia is in school. | The school office to be telephoned by nine if Mia is ill | Carly | Each time |',
      '| Carly is lonely. | Carly has friends. | Keep up the Sunrise sessions; she has been to two of six | Carly | Tuesdays at 10am |'
    ].join('\n')
  )
  const plan = `${tasks}\n\n## Family time\n\nGran’s brother Len is not allowed in the house.\n\n## Visits\n\nAnn calls every ten days, sometimes without warning, and looks at the bedrooms.\n\n## Who is who\n\nIris Vale from Open Gate. Gareth Lunn, housing officer.`
  it.each([
    ['in other words', 'Go to your appointment at Larch Centre every Thursday.'],
    ['forbidden where the plan asks to keep away', 'Shane: do not come to the flat.'],
    ['with a reason that forbids nothing', "Take Jack to the dentist at Mill Row by 20 March 2026, so that his teeth don't hurt."],
    ['with the worker whom the plan asks', 'Sit down with Gareth Lunn and agree how you will pay back the rent, by 6 April 2026.'],
    ['with a worker of the service that the plan names', 'Carry on with your weekly sessions with Iris.'],
    ['forbidden in other words', 'Do not let Shane into the house between 6pm and 8am.'],
    ['the hour told in other words', 'Have Mia in her classroom by 8.50 every school day.'],
    ['by the field of life it has to do with', 'Take the rubbish out and clean the kitchen each evening.'],
    ['an idea that has no word in common', 'Do not smack Mia, whatever she has done.'],
    ['with what the plan says became of it', 'Take Jack for his booster injections by 20 March 2026.'],
    ['by its name, day and hour, with news about the place', 'Go to the Sunrise group on Tuesdays at 10am. It has moved to Elm Hall.'],
    ['as an arrangement beside the actions', 'Do not let Len into your home.'],
    ['a rare word that only the two have', 'Use your dehumidifier.'],
    ['as a visit beside the actions', 'Let Ann in when she calls, and let her look at the bedrooms.'],
    ['to have nothing to do with somebody', 'Do not see, ring or message Neil.'],
    ['one word and the day', 'Apply for your order against Neil by 27 March 2026.'],
    ['that says when by what is not', 'Ring the school office before 9am on any day that Mia is not going in.'],
    ['of the letter itself', 'Ring Ann Lee on 01632 960 333 if you cannot come.']
  ])('are one thing: %s', async (_, ask) => expect(await kinds('ask-not-in-plan', late, `- ${ask}`, plan)).toEqual([]))

  it.each([
    ['another course with a name of its own', 'Finish the Calm Homes course by 20 March 2026.'],
    ['the opposite', 'Carly: do not go to Larch Centre.'],
    ['only the place the same', "Go to the Steady Start parents' group at Marsh Lane, Thursdays from 10.30am."],
    ['only the field the same', 'Have a hair strand test for alcohol by 20 March 2026.'],
    ['only the day, hour and a place beside', 'Bring Mia to the lane end for the bus at 10am on Tuesdays.'],
    ['nothing the same, with what the letter will do', 'Sell the car by 20 March 2026. Ann will tell us when it is done.'],
    ['only the day and hour the same', 'Go to the Free Steps group for women at Wharf Hall, on Thursdays from 10am to noon.'],
    ['only the worker the same', 'Let Gareth Lunn mend the boiler.'],
    ['the opposite, with somebody in the room', 'Do not let Shane have any contact with Jack, in person or by phone.'],
    ['contact that only a number would make the letter’s own', 'Ring Jack every Sunday.']
  ])('are two: %s', async (_, ask) => expect(await kinds('ask-not-in-plan', late, `- ${ask}`, plan)).toHaveLength(1))
})

describe('asks that the plan holds in lines not read as actions', () => {
  const lines = `${table(school)}

## How safe each day is

- Carly – does not see or ring Neil, or answer what he sends.
- Carly – start counselling with Tara Moss at Elm House by 30 March 2026.
- Mum to telephone the clinic by nine if Mia has no inhaler left.
- Carly has been to the Harbour drop-in, which opens on Fridays.
- Neil is allowed at the flat on Sundays.`
  const missing = (ask: string): Promise<string[]> => kinds('ask-not-in-plan', late, `- ${ask}`, lines)

  it.each([
    'Have no contact of any kind with Neil.',
    'Begin your counselling with Tara Moss by 16 March 2026.',
    "Ring the clinic by nine o'clock on any day that Mia does not have her inhaler."
  ])('%s', async ask => expect(await missing(ask)).toEqual([]))

  it('with a later day', async () =>
    expect(await kinds('ask-too-late', late, '- Begin your counselling with Tara Moss by 16 March 2026.', lines)).toHaveLength(1))

  it.each([
    'Go to the Harbour drop-in every Friday.',
    'Take Mia to Neil at the flat on Sundays.',
    'Have no contact of any kind with Gary.'
  ])('but not what is only told: %s', async ask => expect(await missing(ask)).toHaveLength(1))
})

describe('asks that contradict each other', () => {
  const contradict = (first: string, second: string): Promise<string[]> =>
    kinds('asks-contradict', late, `- ${first}\n- ${second}`, table(school))

  it.each([
    ['Do not have any contact with Neil.', "Have Sunday dinner at Neil's."],
    ['Have nothing to do with Mia or Jack.', 'Take the children swimming on Saturdays.'],
    ['Do not see or speak to Jack until the assessment is done.', 'Bath Jack every Friday.'],
    ['Do not let Neil into the flat.', 'Let Neil put Mia and Jack to bed on Wednesdays.'],
    ['Never leave Mia or Jack alone with Neil.', 'Ask Neil to babysit on Friday nights.'],
    ['Stay away from the nursery.', 'Fetch Jack from the nursery every afternoon.'],
    ['Go to the Larch course every Tuesday from 10am to 12 noon.', 'Bring Jack to the family centre on Tuesdays at 11am.'],
    ['See Dr Shah on Wednesdays between 1 and 3pm.', 'Collect your prescription from the chemist at 2pm each weekday.'],
    ['Be at the clinic at half past nine on 12 March 2026.', 'Take Mia to the dentist on 12 March 2026 at 9.30am.'],
    ['Be at Riverside at ten to nine on Mondays.', 'Take Jack to the eye clinic every Monday at 8.50am.'],
    ['Make sure that neither child sees or speaks to Neil at all.', 'Bring Jack to the contact centre each Sunday to see Neil.'],
    ['Do not let Neil have any contact with Mia or Jack.', 'Take both children to Elm House so that they can spend time with Neil.'],
    ['Do not let Jack have any contact with Shane.', 'Take Jack to Elm House on Fridays for time with his dad.'],
    ['Be at home every evening from 6pm.', 'Go to the Steps group at Tide House on Tuesdays at 7pm.'],
    ['Do not go out after 8pm.', 'Go to the Steps group at Tide House on Tuesdays at 8.30pm.'],
    ['Fetch Mia from school at 3.15pm, Monday to Friday.', 'Go to the group at Elm Hall on Wednesdays, 2.30pm to 4pm.'],
    ['Go to Tide House on Tue and Thu at 10am.', 'Take Jack to the baby clinic on Thursdays at 10am.'],
    ['Be at the Hub from 10 until 12 every Friday.', 'Take Jack to the library every Friday, 11am to 12.30pm.'],
    ['The children must not be taken to Nan Pike’s house.', 'Leave Jack at Nan Pike’s house when you go out.'],
    ['Keep the children away from 14 Larch Walk.', 'Take Jack to his gran in Larch Walk, so that you can go without him.'],
    ['Keep Neil away from the children.', 'Let Neil take the children swimming on Sundays.'],
    ['Do not allow Mia or Jack to be with Neil.', 'Take Mia and Jack to spend Sunday with Neil.'],
    ['Neither of you should speak to Neil.', 'Sit down with Neil and sort out what you owe him.'],
    ['Block Neil’s number and do not contact him.', 'Text Neil each week about Jack.'],
    ['Do not go to 6 Weir Row or see the people there.', 'Clear your things out of 6 Weir Row by 6 March 2026.'],
    ['There must be no contact between the children and Neil.', 'Take Mia to tea with Neil on Fridays, with Ann in the room.']
  ])('%s %s', async (first, second) => expect(await contradict(first, second)).toHaveLength(1))

  it.each([
    ['Do not see Neil except at the contact centre.', 'See Neil at the contact centre on Saturdays.'],
    ['Do not talk to Mia about the court.', 'Read to Mia every night.'],
    ['Do not be alone with Mia.', 'Take Mia to nursery with your mum each morning.'],
    ['Never leave Mia alone with Neil.', 'Let Pauline pick Mia up from school each day.'],
    ['Do not let Neil into the flat.', 'Let Gran put Mia to bed on Fridays.'],
    ["Give Neil's key back to the council.", 'Do not see Neil.'],
    ['Go to group on the first Monday of each month at 10am.', 'See Dr Shah on the second Monday of each month at 10am.'],
    ['Give Jack his medicine at 8am and 8pm every day.', 'Be at Riverside on Mondays at 8am for your test.'],
    ['Have the children at school by 8.50am every day.', 'Give a test at Riverside at 9am on Mondays.'],
    ['Do not let Neil have any contact with Mia or Jack.', 'Have Mia in her classroom by 8.50 every school day.'],
    ['Do not let Neil have any contact with Mia or Jack.', 'Bring Jack to see Dr Shah on Tuesdays.'],
    ['Make sure that the children see Neil only at the contact centre.', 'Bring Jack to the contact centre to see Neil.'],
    ['The children must not see Neil except at Elm House.', 'Take Mia to Elm House to see Neil.'],
    ['Do not let Jack have any contact with Neil.', 'Take Jack to Elm House on Fridays for time with his dad.'],
    ['Be at home every evening from 6pm.', 'Go to the Steps group at Tide House on Tuesdays at 10am.'],
    ['Fetch Mia from school at 3.15pm, Monday to Friday.', 'Go to the group at Elm Hall on Saturdays, 2.30pm to 4pm.'],
    ['Keep the children away from 14 Larch Walk.', 'Take Jack to his gran at 20 Larch Walk each Wednesday.'],
    ['Bring Jack to Elm House every Tuesday to see Neil.', 'Do not let Neil see Jack anywhere else.'],
    ['Never leave Mia at home alone.', 'Be at home for Ann on Mondays.'],
    ['Keep away from 6 Weir Row.', 'Clear your things out of 9 Mill Row by 6 March 2026.'],
    ['Make sure that Mia does not see Neil.', 'Take the form to Neil by 3 March 2026.'],
    ['Be at Riverside at six in the evening on Mondays.', 'Take Jack to the eye clinic at 6am on Mondays.'],
    ['Ring Ann at 9am each Monday.', 'Take Jack to playgroup at 9am on Mondays.']
  ])('but not: %s %s', async (first, second) => expect(await contradict(first, second)).toEqual([]))
})

describe('grave worries that the letter leaves out', () => {
  const two = table(
    `${school}\n| Shane has hit Carly. | Nobody is hit. | Stay at his mother's | Shane | Every night |\n| Mia, who is eight, was left in charge of Jack. | An adult is there every evening. | Ask Gran to sit in | Carly | Every time |`
  )
  it('names them', async () => {
    const told = '- Shane, you punched Carly in May. Mia has nightmares.'
    expect(await kinds('grave-worry-missing', told, walk, two)).toEqual(['Mia, who is eight, was left in charge of Jack.'])
  })

  it('knows them in other words', async () => {
    const told =
      '- Shane, you punched Carly in May. Mia has nightmares.\n- You went out and left Mia to look after Jack. She could not have got him out of a fire.'
    expect(await kinds('grave-worry-missing', told, walk, two)).toEqual([])
  })

  it('tells apart who did it, and what is only said beside the needs of the plan', async () => {
    const plan = `${table('| Carly drinks in the evenings. | Somebody sober is with Mia and Jack. | Go to Larch Centre | Carly | Weekly |')}\n\n## What has happened since\n\nOn 3 January police stopped Shane, who was driving over the limit with Jack in the car. Mia has had no new bruises.`
    const told = '- Carly, you drink vodka every evening. Mia is afraid that you will die.'
    const missing = await kinds('grave-worry-missing', told, walk, plan)
    expect(missing).toHaveLength(1)
    expect(missing[0]).toContain('over the limit')
  })

  it('takes one telling for two worries of its kind, by whatever name they call a parent', async () => {
    const plan = table(
      '| Dad hits Carly. | Nobody is hit. | Keep away | Shane | Every night |\n| Mia and Jack live in fear that their father will hit their mother again. | Calm. | Talk to Mia | Ann Lee | Weekly |'
    )
    const told = '- Violence. Mr Pike punched you in May and their mother was hit again in June. Mia has nightmares.'
    expect(await kinds('grave-worry-missing', told, walk, plan)).toEqual([])
  })

  it('does not take an overdose for drugs, nor the category of the plan for a worry', async () => {
    const plan = `${table('| Carly smokes cannabis with Jack in her bed. | Jack sleeps in his cot. | Put up the cot | Carly | Now |')}\n\n## What has happened\n\nJack has been on a plan (physical abuse) since May.`
    const told = '- Carly, you took an overdose. Jack was found crying and had not been fed.'
    expect(await kinds('grave-worry-missing', told, walk, plan)).toEqual(['Carly smokes cannabis with Jack in her bed.'])
  })

  it.each([
    ['milk', '| Jack did not get enough milk and fell two lines on his chart. | Jack grows. | Weigh Jack | Ann Lee | Weekly |'],
    ['a scar', '| Jack is scarred from the iron. | Jack is not burned. | Fit a guard | Carly | 3 March 2026 |'],
    ['teeth', '| Six of Jack’s teeth have gone black. | Jack eats without pain. | See the dentist | Carly | 3 March 2026 |']
  ])('knows it by its words: %s', async (_, row) => expect(await kinds('grave-worry-missing', late, walk, table(row))).toHaveLength(1))

  it.each([
    ['an operation', '| Jack is scarred by his heart operation and shy of it. | Jack swims. | Go to the pool | Carly | 3 March 2026 |'],
    ['teeth that are well', '| Jack is slow to talk though his teeth are not bad. | Jack talks. | Read to Jack | Carly | Daily |'],
    ['enough of something else', '| Mia does not get enough praise. | Mia is praised every day. | Praise Mia | Carly | Daily |']
  ])('but not: %s', async (_, row) => expect(await kinds('grave-worry-missing', late, walk, table(row))).toEqual([]))

  it('finds a worry under a heading that says what it is about', async () => {
    const row = '| Jack’s growth. He went hungry for days in January. | Jack grows. | Weigh Jack | Ann Lee | Weekly |'
    const told = (child: string): string => `${child}’s weight. The health visitor has told you what to do. On nine days it was not done.`
    expect(await kinds('grave-worry-missing', told('Jack'), walk, table(row))).toEqual([])
    expect(await kinds('grave-worry-without-effect', told('Jack'), walk, table(row))).toHaveLength(1)
    expect(await kinds('grave-worry-missing', told('Mia'), walk, table(row))).toHaveLength(1)
  })

  it('knows what the plan calls new, and another event of the same kind', async () => {
    const plan = (news: string): string => `${table(school)}\n\n## What has happened since the last meeting\n\n${news}`
    const told = '- On 3 January Shane punched Carly on the stairs. Mia cried all night.'
    const missing = (news: string): Promise<string[]> => kinds('grave-worry-missing', told, walk, plan(news))
    expect(await missing('New since January: Gran has smelt cannabis on Shane when he brought Mia and Jack home.')).toHaveLength(1)
    expect(await missing('On 9 January Mia came home with a knife in her rucksack.')).toHaveLength(1)
    expect(await missing("On 9 January Mia's late marks had dropped to two.")).toEqual([])
  })

  it('takes nothing for grave that only sounds so', async () => {
    const plan = table(
      "| Carly's hours were cut and she has panic attacks. | The rent is paid. | See the adviser | Carly | 3 March 2026 |\n| Jack has too many fizzy drinks. | Jack drinks water. | Buy a bottle | Carly | 3 March 2026 |"
    )
    expect(await kinds('grave-worry-missing', late, walk, plan)).toEqual([])
  })
})

describe('worries without what they do to the child', () => {
  const bare = (worries: string): Promise<string[]> => kinds('grave-worry-without-effect', worries, walk, table(school))

  it.each([
    ['milk that was not there', '- There was no formula in the flat twice, and you slept through the night feeds.'],
    ['a child who only was there', '- Shane, you punched Carly on 3 May while Mia was in the kitchen.'],
    ['a child who saw and rang', '- Shane, you punched Carly. Mia saw it and rang 999.'],
    ['somebody who is no child', '- Neil has a conviction for a sexual offence. He has been asking to come round.'],
    ['words that state the worry', '- Mia had a bruise on her cheek on 3 May. She said that you hit her.'],
    ['what a grown-up might do', '- Shane kicked the door in. He might come again.'],
    ['the month of May', '- Shane punched Carly on 6 May in front of Jack. By May Jack was at home again.']
  ])('does not take for an effect: %s', async (_, worry) => expect(await bare(worry)).toHaveLength(1))

  it.each([
    ['what any child would suffer', '- You left Jack alone in the bath. A three-year-old can drown in a minute.'],
    ['what the child has come to do', '- You drink vodka in the day. Mia has learnt to check whether you are breathing.'],
    ['what may happen', '- You leave needles on the floor. Jack may pick one up and prick his hand.'],
    ['what might happen', '- You leave needles on the floor. Next time it could be Jack who finds one.'],
    ['what it teaches', '- Shane hits Carly. It is teaching Jack that this is how men treat women.']
  ])('knows an effect: %s', async (_, worry) => expect(await bare(worry)).toEqual([]))

  it('quotes what stands under a title', async () => {
    expect(await bare('**Jack was bruised on his face.**\n\nIn January he had marks on his cheek. Nobody can say how.')).toEqual([
      'In January he had marks on his cheek. Nobody can say how.'
    ])
  })

  const drink = 'You are drunk most evenings. Mia puts Jack to bed and lies awake in case you fall.'
  const blows = 'Shane, you pushed Carly over on 9 February. Mia and Jack were on the stairs.'
  it.each([
    ['headings', `### Drinking\n\n${drink}\n\n### Violence\n\n${blows}`],
    ['titles in bold', `**Drinking**\n\n${drink}\n\n**Violence**\n\n${blows}`],
    [
      'paragraphs after a sentence about all',
      `We are worried that Mia and Jack are harmed by drinking and violence.\n\n${drink}\n\n${blows}`
    ],
    ['labels', `Drinking: ${drink}\n\nViolence: ${blows}`],
    ['a list', `1. ${drink}\n2. ${blows}`],
    ['a paragraph that goes on', `You are drunk most evenings.\n\nThis means that Mia cannot sleep.\n\n${blows}`]
  ])('takes one worry at a time: %s', async (_, worries) => {
    const found = await bare(worries)
    expect(found).toHaveLength(1)
    expect(found[0]).toContain('pushed Carly over')
  })
})
