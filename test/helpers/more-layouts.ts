/** More ways to lay a plan out: by child, as prose, as a letter, with short cuts in cells, with the column names of other councils. */
import {cell, para, row, run, table} from './docx.ts'
import {heading, type Layout, layouts, line, lines, markdown, html, type PlanData, text, word} from './layouts.ts'
import {listed} from './plans.ts'
import {type Chance, chance} from './seeded.ts'

export interface AnyLayout extends Omit<Layout, 'bytes'> {
  /** `variant` decides between names and orders that mean the same. */
  bytes(plan: PlanData, variant?: number): Uint8Array
  /** The layout tells all worries, then all outcomes, then all actions: it is one row, and what a row's worry or outcome says to its actions is lost. */
  oneRow?: true
}

type Need = PlanData['needs'][number]
type Action = Need['actions'][number]

const bold = (words: string): string => para(run(words, '<w:b/>'))
const lower = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1)
/** “The case is closed.” in the middle of a sentence; names keep their capitals. */
const lowerFirst = (words: string): string => (/^(?:The|A|An) /.test(words) ? lower(words) : words)
const isOften = (when: string): boolean => /^(?:every|once|twice|weekly|daily)\b/i.test(when)

/** “by 13 March 2026”, “every day”; what is no time at all is put behind a comma. */
function timePhrase(when: string): string {
  if (when === '') return ''
  if (isOften(when)) return ` ${lower(when)}`
  return /\d/.test(when) ? ` by ${when.replace(/^by /, '')}` : `, ${lower(when)}`
}

/** “Leanne will ask Nan to sleep over by 13 March 2026.” An action nobody owns stays a request. */
function sentence({text: what, owner, when}: Action): string {
  return owner === '' ? `${what}${timePhrase(when)}.` : `${owner} will ${lower(what)}${timePhrase(when)}.`
}

const brackets = ({text: what, owner, when}: Action): string => {
  const inside = [owner, when].filter(Boolean).join(', ')
  return inside ? `${what} (${inside})` : what
}

function isParent({header}: PlanData, {owner}: Action): boolean {
  const names = header
    .filter(([label]) => label === 'Mother' || label === 'Father')
    .flatMap(([, name]) => [name, name.split(' ')[0] as string])
  return /\b(?:mum|dad)\b/i.test(owner) || names.some(name => owner.includes(name))
}

/** Needs by the child they are about, in order of appearance. */
function byChild({needs}: PlanData): [child: string, needs: Need[]][] {
  const groups = new Map<string, Need[]>()
  for (const need of needs) groups.set(need.child ?? 'Everyone', [...(groups.get(need.child ?? 'Everyone') ?? []), need])
  return [...groups]
}

const pipe = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
const pipes = (names: readonly string[], rows: readonly (readonly string[])[]): string =>
  [pipe(names), `|${'---|'.repeat(names.length)}`, ...rows.map(pipe)].join('\n')

const names = {
  worry: [
    'What are we worried about?',
    'Identified need',
    'Risk',
    'Concerns',
    'Worries',
    'Need',
    'Issue',
    'Danger statement',
    'What is the problem?'
  ],
  outcome: [
    'Desired outcome',
    'What do we want to be different?',
    'Goal',
    'Safety goal',
    'Aim',
    'Objective',
    'What will be different?',
    'Planned outcome',
    'Vision'
  ],
  action: [
    'Actions needed',
    'What needs to happen?',
    'Tasks',
    'What we will do',
    'Steps',
    'Next steps',
    'How will we do this?',
    'Agreed action',
    'Intervention'
  ],
  owner: [
    'By whom',
    'Who will do this',
    'Person responsible',
    'Lead',
    'Responsibility',
    'Whose job',
    'Action by',
    'Who by',
    'Named person'
  ],
  when: ['By when', 'Timescale', 'Target date', 'Due', 'Deadline', 'Timeframe', 'When', 'Date to be completed', 'Completion date']
} as const
type Column = keyof typeof names

/** Columns in an order and under names that some council uses. */
function columnsOf(luck: Chance): {order: Column[]; titles: string[]} {
  const order = luck.pick<Column[]>([
    ['worry', 'outcome', 'action', 'owner', 'when'],
    ['outcome', 'worry', 'action', 'when', 'owner'],
    ['worry', 'action', 'owner', 'when', 'outcome'],
    ['action', 'owner', 'when', 'worry', 'outcome'],
    ['worry', 'outcome', 'owner', 'action', 'when']
  ])
  return {order, titles: order.map(column => luck.pick(names[column]))}
}

const valueOf = (need: Need, action: Action, column: Column): string =>
  ({worry: need.worry, outcome: need.outcome, action: action.text, owner: action.owner, when: action.when})[column]

/** The same, with “As above” wherever a cell repeats the one over it. */
function withAsAbove({needs}: PlanData, columns: readonly Column[]): string[][] {
  const rows = needs.flatMap(need => need.actions.map(action => columns.map(column => valueOf(need, action, column))))
  return rows.map((cells, index) => cells.map((value, at) => (value !== '' && value === rows[index - 1]?.[at] ? 'As above' : value)))
}

/** Actions under the time they share; those without one come first, where no time can cover them. */
function underDates({actions}: Need): string {
  const whens = [...new Set(actions.map(({when}) => when))].sort((a, b) => Number(a !== '') - Number(b !== ''))
  const title = (when: string): string =>
    when === '' ? 'Actions:' : /^\S*\d.*\d{4}$/.test(when) || /^[A-Z][a-z]+day \d/.test(when) ? `By ${when}:` : `${when}:`
  return whens
    .map(
      when =>
        `${title(when)}\n\n${actions
          .filter(action => action.when === when)
          .map(({text: what, owner}) => `- ${what}${owner && ` (${owner})`}`)
          .join('\n')}`
    )
    .join('\n\n')
}

const reason = ({worry}: Need): string => (worry ? `We are worried because ${worry}` : '')
const goal = ({outcome}: Need): string => (outcome ? `Our goal is that ${lowerFirst(outcome)}` : '')
const prose = (need: Need): string => [reason(need), goal(need), ...need.actions.map(sentence)].filter(Boolean).join(' ')

const more: readonly AnyLayout[] = [
  {
    name: 'Word, a part for each child with its table',
    file: 'o.docx',
    bytes: plan =>
      word(
        plan,
        heading('The plan') +
          byChild(plan)
            .map(
              ([child, needs]) =>
                para(run(`Plan for ${child}`), '<w:pStyle w:val="Heading3"/>') +
                table(
                  row(['Need', 'Outcome', 'Action', 'Who', 'By when'].map(name => cell(bold(name)))),
                  ...needs.flatMap(need =>
                    need.actions.map(action =>
                      row([need.worry, need.outcome, action.text, action.owner, action.when].map(value => cell(line(value))))
                    )
                  )
                )
            )
            .join(para(''))
      )
  },
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
    name: 'columns for parents and for professionals',
    file: 'q.md',
    bytes: plan =>
      markdown(
        plan,
        `## Plan\n\n${pipes(
          ['What are we worried about?', 'What needs to be different?', 'What parents will do', 'What professionals will do'],
          plan.needs.map(({worry, outcome, actions}) => [
            worry,
            outcome,
            actions
              .filter(action => isParent(plan, action))
              .map(sentence)
              .join('<br>'),
            actions
              .filter(action => !isParent(plan, action))
              .map(sentence)
              .join('<br>')
          ])
        )}`
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
    name: 'Word table with “As above” in cells',
    file: 'u.docx',
    bytes: plan =>
      word(
        plan,
        heading('Plan') +
          table(
            row(['Risk', 'Desired outcome', 'Action', 'By whom', 'By when'].map(name => cell(bold(name)))),
            ...withAsAbove(plan, ['worry', 'outcome', 'action', 'owner', 'when']).map(cells => row(cells.map(value => cell(line(value)))))
          )
      )
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
    name: 'columns in the order and under the names of another council',
    file: 'y.md',
    bytes: (plan, variant = 0) => {
      const {order, titles} = columnsOf(chance(variant))
      const cellOf = (need: Need, column: Column): string =>
        column === 'worry' || column === 'outcome' ? need[column] : need.actions.map(action => valueOf(need, action, column)).join('<br>')
      return markdown(
        plan,
        `## Plan\n\n${pipes(
          titles,
          plan.needs.map(need => order.map(column => cellOf(need, column)))
        )}`
      )
    }
  },
  {
    name: 'Word table under the names of another council, with empty columns for progress',
    file: 'z.docx',
    bytes: (plan, variant = 0) => {
      const {order, titles} = columnsOf(chance(variant + 1))
      const rows = plan.needs.flatMap(need => need.actions.map(action => order.map(column => valueOf(need, action, column))))
      return word(
        plan,
        heading('Plan') +
          table(
            row([...titles, 'Progress', 'Date completed'].map(name => cell(bold(name)))),
            ...rows.map(cells => row([...cells, '', ''].map(value => cell(line(value)))))
          )
      )
    }
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
    name: 'plain text, a table drawn with pipes',
    file: 'bb.txt',
    bytes: plan =>
      text(
        plan,
        `PLAN\n\n${pipes(
          ['Concern', 'Outcome', 'Action', 'By whom', 'By when'],
          plan.needs.flatMap(need => need.actions.map(action => [need.worry, need.outcome, action.text, action.owner, action.when]))
        )}`
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
  },
  {
    name: 'numbers match actions, owners and dates',
    file: 'dd.md',
    bytes: plan => {
      const numbered = (words: readonly string[]): string => words.map((word, index) => `${index + 1}. ${word}`).join('<br>')
      return markdown(
        plan,
        `## Plan\n\n${pipes(
          ['Worries', 'Outcome', 'Actions', 'By whom', 'By when'],
          plan.needs.map(({worry, outcome, actions}) => [
            worry,
            outcome,
            numbered(actions.map(a => a.text)),
            numbered(actions.map(a => a.owner)),
            numbered(actions.map(a => a.when))
          ])
        )}`
      )
    }
  },
  {
    name: 'Word, a table a need under its worry and outcome',
    file: 'ee.docx',
    bytes: plan =>
      word(
        plan,
        heading('Plan') +
          plan.needs
            .map(
              ({worry, outcome, actions}, index) =>
                para(run(`Need ${index + 1}`), '<w:pStyle w:val="Heading3"/>') +
                lines(`Worry: ${worry}`, `Outcome: ${outcome}`) +
                table(
                  row(['Action', 'Who', 'When'].map(name => cell(bold(name)))),
                  ...actions.map(({text: what, owner, when}) => row([what, owner, when].map(value => cell(line(value)))))
                )
            )
            .join('')
      )
  },
  {
    name: 'HTML, the outcome as heading of each table',
    file: 'ff.html',
    bytes: plan =>
      html(
        plan,
        `<h2>Plan</h2>${plan.needs
          .map(
            ({worry, outcome, actions}) =>
              `<h3>Outcome: ${outcome}</h3><p><b>Worry:</b> ${worry}</p><table><tr><th>What will happen</th><th>Who</th><th>By when</th></tr>${actions.map(({text: what, owner, when}) => `<tr><td>${what}</td><td>${owner}</td><td>${when}</td></tr>`).join('')}</table>`
          )
          .join('')}`
      )
  }
]

export const allLayouts: readonly AnyLayout[] = [...layouts, ...more]
