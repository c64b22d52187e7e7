/** Faults in a need, or in a part of a good plan that stands for all of it. */
import {afterWorry, inField, isSilent, replaceNeed, voiceWithout, type Mutation} from './mutated.ts'
import {dateAfter, listed} from './plans.ts'

export const planMutations: readonly Mutation[] = [
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
    name: 'a sentence too hard',
    rule: 'hard-to-read',
    also: {'complex-wording': 'long words are what makes it hard', 'long-sentence': 'a hard sentence may be long as well'},
    apply: (plan, luck) => {
      const bad =
        'Deteriorating accommodation, accumulated financial difficulties and intermittent electricity considerably complicated everyday family organisation.'
      return afterWorry(plan, luck, bad, 'The flat is cold and there is no money for the meter.', bad)
    }
  },
  {
    name: 'no worry anywhere',
    rule: 'missing-risk',
    apply: plan => {
      const without = plan.needs.map(need => ({...need, worry: ''}))
      return {
        broken: {...plan, reasons: '', needs: without},
        repaired: {...plan, reasons: `${plan.given[0]} was hit on 3 February 2026 and had a bruise.`, needs: without},
        about: null
      }
    }
  }
]
