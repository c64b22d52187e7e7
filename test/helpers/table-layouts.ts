/** Tables by child, with columns for parents and professionals, with short cuts in cells, with the column names of other councils. */
import {cell, para, row, run, table} from './docx.ts'
import {type Action, type AnyLayout, byChild, isParent, type Need, sentence} from './layout-parts.ts'
import {heading, html, line, lines, markdown, type PlanData, text, word} from './layout-frames.ts'
import {type Chance, chance} from './seeded.ts'

const bold = (words: string): string => para(run(words, '<w:b/>'))
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

const entryOf = (need: Need, action: Action, column: Column): string =>
  ({worry: need.worry, outcome: need.outcome, action: action.text, owner: action.owner, when: action.when})[column]

/** The same, with “As above” wherever a cell repeats the one over it. */
function withAsAbove({needs}: PlanData, columns: readonly Column[]): string[][] {
  const rows = needs.flatMap(need => need.actions.map(action => columns.map(column => entryOf(need, action, column))))
  return rows.map((cells, index) => cells.map((value, at) => (value !== '' && value === rows[index - 1]?.[at] ? 'As above' : value)))
}

export const tableLayouts: readonly AnyLayout[] = [
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
    name: 'columns in the order and under the names of another council',
    file: 'y.md',
    bytes: (plan, variant = 0) => {
      const {order, titles} = columnsOf(chance(variant))
      const cellOf = (need: Need, column: Column): string =>
        column === 'worry' || column === 'outcome' ? need[column] : need.actions.map(action => entryOf(need, action, column)).join('<br>')
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
      const rows = plan.needs.flatMap(need => need.actions.map(action => order.map(column => entryOf(need, action, column))))
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
