/** Faults put into good plans, one of each kind, and put right again in other words than before. */
import {pastDate, replaceAction, replaceNeed} from './mutated.ts'
import {dateAfter, listed, type SeededPlan} from './plans.ts'
import {type Chance, chance} from './seeded.ts'

export interface Mutated<T> {
  broken: T
  repaired: T
  /** Words the finding quotes or is part of, or the child it names; null for a finding about the whole document. */
  about: string | null
}

export interface Mutation<T = SeededPlan> {
  name: string
  rule: string
  /** Null where the document has no place for the fault. */
  apply(plan: T, luck: Chance): Mutated<T> | null
  /** Rules that rightly speak up with this one, and why. */
  also?: Record<string, string>
  /** The fault is one of a row: a layout without rows cannot show it. */
  ofRow?: true
}

type Plan = SeededPlan
type Action = Plan['needs'][number]['actions'][number]

/** A fault in one field of one action. */
function inAction(
  plan: Plan,
  luck: Chance,
  suits: (action: Action) => boolean,
  fault: (action: Action) => Action,
  repair: (action: Action) => Action,
  about?: string
): Mutated<Plan> | null {
  const places = plan.needs.flatMap((need, index) => need.actions.flatMap((action, at) => (suits(action) ? [{index, at, action}] : [])))
  if (places.length === 0) return null
  const {index, at, action} = luck.pick(places)
  return {
    broken: replaceAction(plan, index, at, fault(action)),
    repaired: replaceAction(plan, index, at, repair(action)),
    about: about ?? action.text
  }
}

const isOneOff = ({when}: Action): boolean => /\d{4}$/.test(when)
const any = (): boolean => true

function inField(
  plan: Plan,
  field: 'voice' | 'visits' | 'contingency' | 'review' | 'reasons',
  broken: string,
  repaired: string,
  about: string | null
): Mutated<Plan> {
  return {broken: {...plan, [field]: broken}, repaired: {...plan, [field]: repaired}, about}
}

/** More words after a worry. */
function afterWorry(plan: Plan, luck: Chance, bad: string, good: string, about: string): Mutated<Plan> {
  const index = luck.between(0, plan.needs.length - 1)
  const worry = plan.needs[index]?.worry ?? ''
  return {
    broken: replaceNeed(plan, index, {worry: `${worry} ${bad}`}),
    repaired: replaceNeed(plan, index, {worry: `${worry} ${good}`}),
    about
  }
}

/** An action in other words, with its owner and date. */
function otherAction(plan: Plan, luck: Chance, bad: string, good: string, about: string): Mutated<Plan> | null {
  return inAction(
    plan,
    luck,
    any,
    action => ({...action, text: bad}),
    action => ({...action, text: good}),
    about
  )
}

/** What a need says of how a child behaves may speak for the child. */
function isSilent(plan: Plan, child: string): boolean {
  return !plan.needs.some(need => need.child === child && /\bhides\b/.test(need.worry))
}

/** The sentence in which a child is heard. */
function voiceWithout(plan: Plan, child: string): string {
  return plan.voice
    .split(/(?<=[.”]) (?=[A-Z])/)
    .filter(sentence => !sentence.startsWith(child))
    .join(' ')
}

export const mutations: readonly Mutation[] = [
  {
    name: 'blank the owner',
    rule: 'missing-owner',
    apply: (plan, luck) =>
      inAction(
        plan,
        luck,
        any,
        action => ({...action, owner: ''}),
        action => ({...action, owner: plan.socialWorker})
      )
  },
  {
    name: 'a crowd as owner',
    rule: 'missing-owner',
    apply: (plan, luck) => {
      const crowd = luck.pick(['All', 'Everyone', 'Professionals', 'All agencies', 'The network'])
      return inAction(
        plan,
        luck,
        any,
        action => ({...action, owner: crowd}),
        action => ({...action, owner: plan.mother})
      )
    }
  },
  {
    name: 'TBC as date',
    rule: 'missing-timescale',
    apply: (plan, luck) =>
      inAction(
        plan,
        luck,
        isOneOff,
        action => ({...action, when: 'TBC'}),
        action => ({...action, when: dateAfter(20, 0)})
      )
  },
  {
    name: 'blank the date',
    rule: 'missing-timescale',
    apply: (plan, luck) =>
      inAction(
        plan,
        luck,
        isOneOff,
        action => ({...action, when: ''}),
        action => ({...action, when: 'by the end of April 2026'})
      )
  },
  {
    name: 'no date but a wish',
    rule: 'vague-timescale',
    apply: (plan, luck) => {
      const vague = luck.pick(['Ongoing', 'ASAP', 'Regularly', 'In due course', 'As and when', 'When needed'])
      return inAction(
        plan,
        luck,
        any,
        action => ({...action, when: vague}),
        action => ({...action, when: luck.pick([dateAfter(25, 0), 'Every Friday'])}),
        vague
      )
    }
  },
  {
    name: 'a date that has passed',
    rule: 'overdue-action',
    apply: (plan, luck) =>
      inAction(
        plan,
        luck,
        isOneOff,
        action => ({...action, when: pastDate(luck)}),
        action => ({...action, when: dateAfter(33, 0)})
      )
  },
  {
    name: 'a day that cannot be',
    rule: 'impossible-date',
    apply: (plan, luck) => {
      const bad = luck.pick(['31 June 2026', '31 April 2026', 'Monday 8 April 2026', 'Friday 30 April 2026'])
      return inAction(
        plan,
        luck,
        isOneOff,
        action => ({...action, when: bad}),
        action => ({...action, when: luck.pick(['30 June 2026', 'Wednesday 8 April 2026'])}),
        bad
      )
    }
  },
  {
    name: 'a course, a service or a process as outcome',
    rule: 'missing-child-outcome',
    ofRow: true,
    apply: (plan, luck) => {
      const index = luck.between(0, plan.needs.length - 1)
      const mother = plan.mother.split(' ')[0] as string
      const bad = luck.pick([
        `${mother} completes the Freedom Programme.`,
        `${mother} attends a parenting course.`,
        'The family is referred to the Hollybank service.',
        'The case is closed.'
      ])
      const child = plan.needs[index]?.child ?? ''
      return {
        broken: replaceNeed(plan, index, {outcome: bad}),
        repaired: replaceNeed(plan, index, {outcome: `${child} sleeps through the night and wakes rested.`}),
        about: bad
      }
    }
  },
  {
    name: 'blank the outcome',
    rule: 'missing-child-outcome',
    ofRow: true,
    apply: (plan, luck) => {
      if (plan.needs.length < 2) return null
      const index = luck.between(0, plan.needs.length - 1)
      const {child = '', worry = ''} = plan.needs[index] ?? {}
      return {
        broken: replaceNeed(plan, index, {outcome: ''}),
        repaired: replaceNeed(plan, index, {outcome: `${child} plays outside with friends and comes home happy.`}),
        about: worry
      }
    }
  },
  {
    name: 'drop a child from the rows',
    rule: 'child-not-covered',
    apply: (plan, luck) => {
      if (plan.given.length < 2) return null
      const child = luck.pick(plan.given)
      const others = plan.needs.filter(need => need.child !== child)
      if (
        others.length === 0 ||
        others.some(need => [need.worry, need.outcome, ...need.actions.map(({text}) => text)].some(text => text.includes(child)))
      )
        return null
      const own = {
        child,
        worry: `${child} has no shoes that fit and has blisters.`,
        outcome: `${child} walks without pain.`,
        actions: [{text: `Buy ${child} shoes`, owner: plan.mother, when: dateAfter(12, 0)}]
      }
      return {broken: {...plan, needs: others}, repaired: {...plan, needs: [...others, own]}, about: child}
    }
  },
  {
    name: 'a child is not heard',
    rule: 'missing-child-voice',
    apply: (plan, luck) => {
      const child = luck.pick(plan.given)
      if (!isSilent(plan, child)) return null
      const rest = voiceWithout(plan, child)
      return inField(plan, 'voice', rest, `${rest} ${child} said, “I want to play outside.”`.trim(), child)
    }
  },
  {
    name: 'wishes and feelings were ascertained',
    rule: 'missing-child-voice',
    apply: (plan, luck) => {
      const child = luck.pick(plan.given)
      if (!isSilent(plan, child)) return null
      const rest = voiceWithout(plan, child)
      return inField(
        plan,
        'voice',
        `${rest} The wishes and feelings of ${child} were recorded.`.trim(),
        `${rest} ${child} told Nan, “I miss my bike.”`.trim(),
        child
      )
    }
  },
  {
    name: 'a contingency that names a process',
    rule: 'unclear-contingency',
    also: {jargon: 'the process may have a name of the trade'},
    apply: (plan, luck) => {
      const bad = luck.pick([
        'If there is no progress, the matter will be escalated.',
        'We will hold a legal planning meeting.',
        'If the plan does not work, the case will return to conference.',
        'Legal advice will be sought.'
      ])
      return inField(
        plan,
        'contingency',
        bad,
        `If ${plan.given[0]} is left alone for a night, ${plan.socialWorker} will ring the police and Nan will stay over.`,
        bad
      )
    }
  },
  {
    name: 'no contingency',
    rule: 'missing-contingency',
    apply: (plan, luck) =>
      inField(
        plan,
        'contingency',
        luck.pick(['', 'N/A', 'To be agreed', 'TBC', 'None']),
        `If ${plan.given[0]} misses school for two days, ${plan.socialWorker} will visit that evening.`,
        null
      )
  },
  {
    name: 'visits without an interval',
    rule: 'missing-visits',
    apply: plan =>
      inField(
        plan,
        'visits',
        `${plan.socialWorker} will see ${listed(plan.given)} to ask how nights and mealtimes have been.`,
        `${plan.socialWorker} will see ${listed(plan.given)} every Tuesday to ask how nights have been.`,
        null
      )
  },
  {
    name: 'visits without a purpose',
    rule: 'visit-without-purpose',
    apply: (plan, luck) => {
      const bad = `${plan.socialWorker} will visit ${luck.pick(['every two weeks', 'fortnightly', 'every ten working days'])}.`
      return inField(
        plan,
        'visits',
        bad,
        `${plan.socialWorker} will visit every two weeks to see where ${listed(plan.given)} ${plan.given.length > 1 ? 'sleep' : 'sleeps'}.`,
        bad
      )
    }
  },
  {
    name: 'no review date',
    rule: 'missing-review',
    apply: (plan, luck) => inField(plan, 'review', luck.pick(['', 'TBC', 'To be arranged']), dateAfter(60, 0), null)
  },
  {
    name: 'a term of the trade',
    rule: 'jargon',
    apply: (plan, luck) => {
      const child = luck.pick(plan.given)
      const [bad, good, term] = luck.pick([
        [`Complete direct work with ${child}`, `Draw and talk with ${child} about home`, 'direct work'],
        [`Help ${child} with emotional dysregulation`, `Help ${child} to calm down after a row`, 'emotional dysregulation'],
        [`Write a parenting capacity report about ${child}`, `Write a report about who looks after ${child}`, 'parenting capacity'],
        [`Discuss the protective factors for ${child}`, `List what keeps ${child} safe`, 'protective factors']
      ] as const)
      return otherAction(plan, luck, bad, good, term)
    }
  },
  {
    name: 'letters nobody explains',
    rule: 'unexplained-acronym',
    apply: (plan, luck) => {
      const letters = luck.pick(['IDVA', 'CAMHS', 'ELSA', 'SALT', 'MARAC'])
      return otherAction(plan, luck, `Ask ${letters} about ${plan.given[0]}`, `Ask the school nurse about ${plan.given[0]}`, letters)
    }
  },
  {
    name: 'wording nobody can check',
    rule: 'vague-wording',
    apply: (plan, luck) => {
      const bad = luck.pick([
        'Engage with services',
        'Improve home conditions',
        'Work with professionals',
        'Put appropriate boundaries in place',
        `Meet the needs of ${plan.given[0]}`
      ])
      return otherAction(plan, luck, bad, `Wash the school clothes of ${plan.given[0]}`, bad)
    }
  },
  {
    name: 'words that blame',
    rule: 'blaming-language',
    apply: (plan, luck) => {
      const name = plan.mother.split(' ')[0] as string
      const bad = luck.pick(['failed to engage', 'is resistant', 'minimises', 'is in denial', 'lacks insight', 'is hard to reach'])
      return afterWorry(
        plan,
        luck,
        `${name} ${bad}${bad === 'minimises' ? ' the concerns' : ''}.`,
        `${name} did not come to the last three appointments.`,
        bad.replace(/^is /, '')
      )
    }
  },
  {
    name: 'a form not filled in',
    rule: 'template-leftover',
    apply: (plan, luck) => {
      const bad = luck.pick(['[name of child]', 'XXXX', '[insert name]'])
      return otherAction(plan, luck, `Take ${bad} to the doctor`, `Take ${plan.given[0]} to the doctor`, bad)
    }
  },
  {
    name: 'a child of another family',
    rule: 'unknown-name',
    apply: (plan, luck) => {
      const stranger = luck.pick(['Jayden', 'Chloe', 'Harrison', 'Imogen'])
      const text = luck.pick(['Fit a lock so that NAME is safe', 'Write down NAME’s bedtime each night', 'Pay for NAME’s school dinners'])
      return otherAction(plan, luck, text.replace('NAME', stranger), text.replace('NAME', luck.pick(plan.given)), stranger)
    }
  },
  {
    name: 'longer words than needed',
    rule: 'complex-wording',
    apply: (plan, luck) => {
      const [bad, good] = luck.pick([
        ['Utilise', 'Use'],
        ['Commence using', 'Start to use']
      ] as const)
      return otherAction(
        plan,
        luck,
        `${bad} the sticker chart with ${plan.given[0]}`,
        `${good} the sticker chart with ${plan.given[0]}`,
        bad.split(' ')[0] as string
      )
    }
  },
  {
    name: 'a sentence too long',
    rule: 'long-sentence',
    apply: (plan, luck) =>
      afterWorry(
        plan,
        luck,
        'The lights were off and the heating was off and the door was open and the cat was out and the milk was sour and the phone was flat.',
        'The lights and the heating were off. The door was open.',
        'The lights were off and the heating was off'
      )
  },
  {
    name: 'a need of a parent alone',
    rule: 'parent-only-focus',
    ofRow: true,
    also: {'missing-child-outcome': 'a need that is all about a parent has no outcome for the child either'},
    apply: plan => {
      const [name] = plan.mother.split(' ') as [string]
      const child = plan.given[0] as string
      const action = {text: 'See the nurse at Harbour House about drinking', owner: plan.mother, when: dateAfter(15, 0)}
      const broken = {child, worry: `${name} drinks a bottle of wine each night.`, outcome: `${name} stops drinking.`, actions: [action]}
      const repaired = {
        child,
        worry: `${name} drinks at night and does not hear ${child} crying.`,
        outcome: `${child} has a sober grown-up at home every night.`,
        actions: [action]
      }
      return {broken: {...plan, needs: [...plan.needs, broken]}, repaired: {...plan, needs: [...plan.needs, repaired]}, about: action.text}
    }
  },
  {
    name: 'nothing asked of a parent',
    rule: 'missing-expectation',
    apply: plan => {
      const mine = {text: `Take ${plan.given[0]} to the swimming pool`, owner: plan.mother, when: 'Every Friday'}
      const without = plan.needs.map(need => ({...need, actions: need.actions.map(action => ({...action, owner: plan.socialWorker}))}))
      const repaired = without.map((need, index) => (index === 0 ? {...need, actions: [...need.actions, mine]} : need))
      return {broken: {...plan, needs: without}, repaired: {...plan, needs: repaired}, about: null}
    }
  }
]

/** A plan with one to three faults. */
export function withFaults(plan: Plan): Plan {
  const luck = chance(plan.seed + 1000)
  let faulty = plan
  for (const mutation of luck.shuffled(mutations).slice(0, luck.between(1, 3))) faulty = mutation.apply(faulty, luck)?.broken ?? faulty
  return faulty
}
