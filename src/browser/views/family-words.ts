/** The plan's own words, put in the order of the four questions a family asks. Nothing is added; what is not there is null or empty. */
import type {Outline} from '../../index.ts'
import {longDate} from '../../wording.ts'
import wording from '../wording.json' with {type: 'json'}
import {listed, say} from '../wording.ts'

const words = wording.family

export interface FamilyWords {
  title: string
  from: string | null
  worries: string[]
  outcomes: string[]
  actions: {what: string; who: string | null; when: string | null}[]
  contingency: string[]
}

export function familyWordsOf(outline: Outline): FamilyWords {
  const {type, date, children, rows, contingency, concerns, consequence} = outline
  const isLetter = type === 'letter-before-proceedings'
  const names = listed(children.map(({name}) => name)) || words.nobody
  return {
    title: say(words.title[type], {children: names}),
    from: date && say(words.from, {date: longDate(date)}),
    worries: each(isLetter ? concerns : rows.flatMap(row => row.worries)),
    outcomes: each(rows.flatMap(row => row.outcomes)),
    actions: rows
      .flatMap(row => row.actions)
      .map(({text, owners, times, hasOwner, hasTime}) => ({
        what: text,
        who: hasOwner ? owners.join(', ') : null,
        when: hasTime ? times.join(', ') : null
      })),
    contingency: each(isLetter ? (consequence ? [consequence] : []) : contingency.statements)
  }
}

function each(texts: readonly {text: string}[]): string[] {
  return [...new Set(texts.map(({text}) => text))]
}

/** As plain text, for an email or a note. */
export function familyText({title, from, worries, outcomes, actions, contingency}: FamilyWords): string {
  const part = (name: string, lines: readonly string[], gap: string): string =>
    [name, ...(lines.length > 0 ? lines.map(line => `- ${line}`) : [`- [${gap}]`])].join('\n')
  const jobs = actions.map(({what, who, when}) => `${what} (${who ?? `[${words.gap.owner}]`}; ${when ?? `[${words.gap.time}]`})`)
  return [
    from ? `${title}\n${from}` : title,
    part(words.worries, worries, words.gap.worries),
    part(words.outcomes, outcomes, words.gap.outcomes),
    part(words.actions, jobs, words.gap.actions),
    part(words.contingency, contingency, words.gap.contingency)
  ].join('\n\n')
}
