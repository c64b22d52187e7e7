/** Faults in one action of a good plan: who, by when, and in what words. */
import {any, inAction, isOneOff, otherAction, pastDate, type Mutation} from './mutated.ts'
import {dateAfter} from './plans.ts'

export const actionMutations: readonly Mutation[] = [
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
