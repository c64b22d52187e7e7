/**
 * One plan, as data, laid out in the ways that councils use. The same plan must be read from each. All people are invented.
 */
import {cell, para, row, run, table} from './docx.ts'
import {heading, html, type Layout, line, lines, markdown, type PlanData, text, word} from './layout-frames.ts'

/** A cell with one thing of each action, a line each. */
const lineEach = (actions: PlanData['needs'][number]['actions'], what: 'text' | 'owner' | 'when'): string =>
  actions.map(action => action[what]).join('<br>')

const merge = (kind: 'restart' | 'continue'): string => (kind === 'restart' ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>')

/** What a table or a heading calls a need. */
const nameOf = (at: number): string => ['Nights', 'Food', 'School', 'Home'][at % 4] as string

export const layouts: readonly Layout[] = [
  {
    name: 'wide table, one line each matched by <br>',
    file: 'a.md',
    bytes: plan =>
      markdown(
        plan,
        `## The plan\n\n| What are we worried about? | What do we want to be different? | What needs to happen? | By whom | By when |\n|---|---|---|---|---|\n${plan.needs
          .map(
            ({worry, outcome, actions}) =>
              `| ${worry} | ${outcome} | ${lineEach(actions, 'text')} | ${lineEach(actions, 'owner')} | ${lineEach(actions, 'when')} |`
          )
          .join('\n')}`
      )
  },
  {
    name: 'wide table, other names and order',
    file: 'b.md',
    bytes: plan =>
      markdown(
        plan,
        `## Agreed plan\n\n| Who is responsible | Task | Timeframe | Risk | Goal |\n|---|---|---|---|---|\n${plan.needs
          .map(
            ({worry, outcome, actions}) =>
              `| ${lineEach(actions, 'owner')} | ${lineEach(actions, 'text')} | ${lineEach(actions, 'when')} | ${worry} | ${outcome} |`
          )
          .join('\n')}`
      )
  },
  {
    name: 'needs in one table, tasks in another that gives their numbers',
    file: 'needs.md',
    bytes: plan =>
      markdown(
        plan,
        `## Needs and outcomes\n\n| No. | What are we worried about? | What needs to be different? |\n|---|---|---|\n${plan.needs
          .map(({worry, outcome}, at) => `| ${at + 1} | ${worry} | ${outcome} |`)
          .join(
            '\n'
          )}\n\n## Actions\n\nThe number in the first column is the need that the action is for.\n\n| Need | Action | By whom | By when |\n|---|---|---|---|\n${plan.needs
          .flatMap(({actions}, at) => actions.map(({text, owner, when}) => `| ${at + 1} | ${text} | ${owner} | ${when} |`))
          .join('\n')}`
      )
  },
  {
    name: 'tables with captions, one a need',
    file: 'captions.html',
    bytes: plan =>
      html(
        plan,
        `<h2>The plan</h2>${plan.needs
          .map(
            ({worry, outcome, actions}, at) =>
              `<table><caption>${nameOf(at)}</caption><tr><th>Worry</th><th>What will be different</th><th>Action</th><th>Who</th><th>When</th></tr><tr><td>${worry}</td><td>${outcome}</td><td>${lineEach(actions, 'text')}</td><td>${lineEach(actions, 'owner')}</td><td>${lineEach(actions, 'when')}</td></tr></table>`
          )
          .join('')}`
      )
  },
  {
    name: 'numbered titles in an e-mail, a goal and bullets under each',
    file: 'mail.txt',
    bytes: plan =>
      text(
        plan,
        `WHAT WE AGREED\n\n${plan.needs
          .map(
            ({worry, outcome, actions}, at) =>
              `${at + 1}. ${nameOf(at)}\n${worry}\nWhat we want: ${outcome}\n${actions.map(({text, owner, when}) => `- ${text} (${owner}, ${when})`).join('\n')}`
          )
          .join('\n\n')}`
      )
  },
  {
    name: 'columns with names nobody knows',
    file: 'c.md',
    bytes: plan =>
      markdown(
        plan,
        `## Our plan\n\n| | What we are aiming for | To do | Doing it | Finished |\n|---|---|---|---|---|\n${plan.needs
          .map(
            ({worry, outcome, actions}) =>
              `| ${worry} | ${outcome} | ${lineEach(actions, 'text')} | ${lineEach(actions, 'owner')} | ${lineEach(actions, 'when')} |`
          )
          .join('\n')}`
      )
  },
  {
    name: 'Word table, a row an action, need and outcome merged',
    file: 'd.docx',
    bytes: plan =>
      word(
        plan,
        heading('Plan') +
          table(
            row(
              ['Identified need', 'Desired outcome', 'Action', 'Person responsible', 'Timescale'].map(name =>
                cell(para(run(name, '<w:b/>')))
              ),
              '<w:tblHeader/>'
            ),
            ...plan.needs.flatMap(({worry, outcome, actions}) =>
              actions.map((action, index) => {
                const first = index === 0
                return row([
                  cell(first ? line(worry) : para(''), merge(first ? 'restart' : 'continue')),
                  cell(first ? line(outcome) : para(''), merge(first ? 'restart' : 'continue')),
                  cell(line(action.text)),
                  cell(line(action.owner)),
                  cell(line(action.when))
                ])
              })
            )
          )
      )
  },
  {
    name: 'Word table, a row an action, need and outcome blank below the first',
    file: 'e.docx',
    bytes: plan =>
      word(
        plan,
        heading('Child protection plan') +
          table(
            row(['Concern', 'Outcome', 'Action', 'Who', 'When'].map(name => cell(para(run(name, '<w:b/>'))))),
            ...plan.needs.flatMap(({worry, outcome, actions}) =>
              actions.map((action, index) =>
                row([
                  cell(index === 0 ? line(worry) : para('')),
                  cell(index === 0 ? line(outcome) : para('')),
                  cell(line(action.text)),
                  cell(line(action.owner)),
                  cell(line(action.when))
                ])
              )
            )
          )
      )
  },
  {
    name: 'Word, a table of labels for each need',
    file: 'f.docx',
    bytes: plan =>
      word(
        plan,
        heading('Action plan') +
          plan.needs
            .map(({worry, outcome, actions}) =>
              table(
                row([cell(line('Area of need')), cell(line(worry))]),
                row([cell(line('What we want to see')), cell(line(outcome))]),
                ...actions.flatMap(action => [
                  row([cell(line('Action')), cell(line(action.text))]),
                  row([cell(line('By whom')), cell(line(action.owner))]),
                  row([cell(line('By when')), cell(line(action.when))])
                ])
              )
            )
            .join(para(''))
      )
  },
  {
    name: 'transposed table, a need a column',
    file: 'g.md',
    bytes: plan => {
      const rows: [string, string[]][] = [
        ['Worry', plan.needs.map(need => need.worry)],
        ['Outcome', plan.needs.map(need => need.outcome)],
        ['Actions', plan.needs.map(need => lineEach(need.actions, 'text'))],
        ['Who', plan.needs.map(need => lineEach(need.actions, 'owner'))],
        ['When', plan.needs.map(need => lineEach(need.actions, 'when'))]
      ]
      const head = `| | ${plan.needs.map((_, index) => `Need ${index + 1}`).join(' | ')} |\n|---|${plan.needs.map(() => '---|').join('')}`
      return markdown(plan, `## The plan\n\n${head}\n${rows.map(([label, cells]) => `| ${label} | ${cells.join(' | ')} |`).join('\n')}`)
    }
  },
  {
    name: 'a heading a need, labelled lines, numbered actions',
    file: 'h.txt',
    bytes: plan => {
      let number = 0
      return text(
        plan,
        `PLAN\n\n${plan.needs
          .map(
            ({worry, outcome, actions}, index) =>
              `Need ${index + 1}\n\nWorry: ${worry}\n\nOutcome: ${outcome}\n\n${actions.map(action => `${++number}. ${action.text}\n   Responsible: ${action.owner}\n   Timescale: ${action.when}`).join('\n')}`
          )
          .join('\n\n')}`
      )
    }
  },
  {
    name: 'a heading a need, bullets with brackets',
    file: 'i.md',
    bytes: plan =>
      markdown(
        plan,
        `## Action plan\n\n${plan.needs
          .map(
            ({worry, outcome, actions}, index) =>
              `### Need ${index + 1}\n\n**Worry:** ${worry}\n\n**Goal:** ${outcome}\n\n**What needs to happen:**\n\n${actions.map(action => `- ${action.text} (${action.owner}, ${action.when})`).join('\n')}`
          )
          .join('\n\n')}`
      )
  },
  {
    name: 'a heading a need with headings under it',
    file: 'j.md',
    bytes: plan =>
      markdown(
        plan,
        `## Plan\n\n${plan.needs
          .map(
            ({worry, outcome, actions}, index) =>
              `### ${index + 1}. Need\n\n#### What are we worried about?\n\n${worry}\n\n#### What needs to be different?\n\n${outcome}\n\n#### What will we do?\n\n${actions.map(action => `- ${action.text} (${action.owner}, ${action.when})`).join('\n')}`
          )
          .join('\n\n')}`
      )
  },
  {
    name: 'cards, a label and its value',
    file: 'k.html',
    bytes: plan =>
      html(
        plan,
        `<h2>What we are going to do</h2>${plan.needs
          .map(
            ({worry, outcome, actions}) =>
              `<section><h3>Card</h3><dl><dt>What we are worried about</dt><dd>${worry}</dd><dt>What&rsquo;ll be different</dt><dd>${outcome}</dd>${actions.map(action => `<dt>Action</dt><dd>${action.text}</dd><dt>Who</dt><dd>${action.owner}</dd><dt>When</dt><dd>${action.when}</dd>`).join('')}</dl></section>`
          )
          .join('')}`
      )
  },
  {
    name: 'HTML table with rowspan',
    file: 'l.html',
    bytes: plan =>
      html(
        plan,
        `<h2>Plan</h2><table><thead><tr><th>Worry</th><th>What will be different</th><th>Action</th><th>Who by</th><th>When</th></tr></thead><tbody>${plan.needs
          .map(({worry, outcome, actions}) =>
            actions
              .map(
                (action, index) =>
                  `<tr>${index === 0 ? `<td rowspan="${actions.length}">${worry}</td><td rowspan="${actions.length}">${outcome}</td>` : ''}<td>${action.text}</td><td>${action.owner}</td><td>${action.when}</td></tr>`
              )
              .join('')
          )
          .join('')}</tbody></table>`
      )
  },
  {
    name: 'tab-separated paste',
    file: 'm.txt',
    bytes: plan =>
      text(
        plan,
        `PLAN\n\nConcern\tOutcome\tAction\tLead\tDeadline\n${plan.needs.flatMap(({worry, outcome, actions}) => actions.map((action, index) => [index === 0 ? worry : '', index === 0 ? outcome : '', action.text, action.owner, action.when].join('\t'))).join('\n')}`
      )
  },
  {
    name: 'Word table with an outcome heading across it',
    file: 'n.docx',
    bytes: plan =>
      word(
        plan,
        heading('Plan') +
          table(
            row(['Concern', 'Action', 'Who', 'When'].map(name => cell(para(run(name, '<w:b/>'))))),
            ...plan.needs.flatMap(({worry, outcome, actions}) => [
              row([cell(line(`Outcome: ${outcome}`), '<w:gridSpan w:val="4"/>')]),
              row([
                cell(line(worry)),
                cell(lines(...actions.map(a => a.text))),
                cell(lines(...actions.map(a => a.owner))),
                cell(lines(...actions.map(a => a.when)))
              ])
            ])
          )
      )
  }
]
