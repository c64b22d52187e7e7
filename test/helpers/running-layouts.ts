/** Plans in lists, labelled lines, prose and letters. */
import {para, run} from './docx.ts'
import {type AnyLayout, brackets, byChild, goal, prose, reason, sentence, underDates} from './layout-parts.ts'
import {heading, lines, markdown, text, word} from './layout-frames.ts'
import {listed} from './plans.ts'

export const runningLayouts: readonly AnyLayout[] = [
  {
    name: 'Markdown, a part for each child with headings',
    file: 'p.md',
    bytes: plan =>
      markdown(
        plan,
        `## Plan\n\n${byChild(plan)
          .map(
            ([child, needs]) =>
              `### ${child}\n\n${needs.map(({worry, outcome, actions}) => `**Worry:** ${worry}\n\n**Outcome:** ${outcome}\n\n**Actions:**\n\n${actions.map(action => `- ${brackets(action)}`).join('\n')}`).join('\n\n')}`
          )
          .join('\n\n')}`
      )
  },
  {
    name: 'prose, a heading a need',
    file: 'r.docx',
    bytes: plan =>
      word(
        plan,
        heading('Plan') +
          plan.needs
            .map(
              (need, index) =>
                para(run(`Need ${index + 1}`), '<w:pStyle w:val="Heading3"/>') +
                lines(...[reason(need), goal(need), need.actions.map(sentence).join(' ')].filter(Boolean))
            )
            .join('')
      )
  },
  {
    name: 'prose, a paragraph a need under a heading of its own',
    file: 's.md',
    bytes: plan =>
      markdown(plan, `## The plan\n\n${plan.needs.map((need, index) => `### ${index + 1}. Need\n\n${prose(need)}`).join('\n\n')}`)
  },
  {
    name: 'letter to the children',
    file: 't.txt',
    bytes: plan => {
      const [, people = ''] = plan.header[0] ?? []
      const children = people
        .replace(/ \(\d+\)/g, '')
        .split(/, | and /)
        .map(name => name.split(' ')[0] as string)
      const needs = plan.needs.map(
        (need, index) =>
          `Worry ${index + 1}\n\n${[reason(need), goal(need)].filter(Boolean).join('\n\n')}\n\n${need.actions.map(action => `- ${sentence(action)}`).join('\n')}`
      )
      const header = plan.header.map(([label, value]) => `${label}: ${value}`).join('\n')
      return new TextEncoder().encode(
        `${plan.title.toUpperCase()}\n\n${header}\n\nDear ${listed(children)}\n\nWe wrote this plan with you and your family. It says who will do what.\n\n` +
          `WHY THERE IS A PLAN\n\n${plan.reasons}\n\nWHAT WE WILL DO\n\n${needs.join('\n\n')}\n\nWHAT YOU TOLD US\n\n${plan.voice}\n\n` +
          `VISITS\n\n${plan.visits}\n\nIF THINGS DO NOT GET BETTER\n\n${plan.contingency}\n\nNEXT REVIEW\n\n${plan.review}\n`
      )
    }
  },
  {
    name: 'one date over a list',
    file: 'v.md',
    bytes: plan =>
      markdown(
        plan,
        `## Plan\n\n${plan.needs.map((need, index) => `### Need ${index + 1}\n\n**Worry:** ${need.worry}\n\n**Outcome:** ${need.outcome}\n\n${underDates(need)}`).join('\n\n')}`
      )
  },
  {
    name: 'Signs of Safety headings, time after time',
    file: 'w.md',
    bytes: plan =>
      markdown(
        plan,
        `## Our plan\n\n${plan.needs.map(({worry, outcome, actions}) => `### Danger statement\n\n${worry}\n\n### Safety goal\n\n${outcome}\n\n### Next steps\n\n${actions.map(action => `- ${brackets(action)}`).join('\n')}`).join('\n\n')}`
      )
  },
  {
    name: 'Signs of Safety, all worries, all goals, all steps',
    file: 'x.txt',
    oneRow: true,
    bytes: plan =>
      text(
        plan,
        `WHAT ARE WE WORRIED ABOUT?\n\n${plan.needs.map(({worry}) => `- ${worry}`).join('\n')}\n\nSAFETY GOALS\n\n${plan.needs.map(({outcome}) => `- ${outcome}`).join('\n')}\n\nWHAT NEEDS TO HAPPEN?\n\n${plan.needs.flatMap(({actions}) => actions.map(action => `- ${brackets(action)}`)).join('\n')}`
      )
  },
  {
    name: 'plain text, labelled blocks',
    file: 'aa.txt',
    bytes: plan =>
      text(
        plan,
        `PLAN\n\n${plan.needs.map(({worry, outcome, actions}) => `Need: ${worry}\nOutcome: ${outcome}\n\n${actions.map(({text: what, owner, when}) => `Action: ${what}\nWho: ${owner}\nBy when: ${when}`).join('\n\n')}`).join('\n\n')}`
      )
  },
  {
    name: 'plain text, numbered needs and bullets with brackets',
    file: 'cc.txt',
    bytes: plan =>
      text(
        plan,
        `ACTION PLAN\n\n${plan.needs.map(({worry, outcome, actions}, index) => `Need ${index + 1}\n\nConcern: ${worry}\nDesired outcome: ${outcome}\nActions:\n${actions.map(action => `  * ${brackets(action)}`).join('\n')}`).join('\n\n')}`
      )
  }
]
