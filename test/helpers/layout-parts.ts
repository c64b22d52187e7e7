/** What several layouts say in the same way: an action as a sentence, an action with brackets, the needs of each child. */
import type {Layout, PlanData} from './layout-frames.ts'

export interface AnyLayout extends Omit<Layout, 'bytes'> {
  /** `variant` decides between names and orders that mean the same. */
  bytes(plan: PlanData, variant?: number): Uint8Array
  /** The layout tells all worries, then all outcomes, then all actions: it is one row, and what a row's worry or outcome says to its actions is lost. */
  oneRow?: true
}

export type Need = PlanData['needs'][number]
export type Action = Need['actions'][number]

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
export function sentence({text: what, owner, when}: Action): string {
  return owner === '' ? `${what}${timePhrase(when)}.` : `${owner} will ${lower(what)}${timePhrase(when)}.`
}

export const brackets = ({text: what, owner, when}: Action): string => {
  const inside = [owner, when].filter(Boolean).join(', ')
  return inside ? `${what} (${inside})` : what
}

export function isParent({header}: PlanData, {owner}: Action): boolean {
  const names = header
    .filter(([label]) => label === 'Mother' || label === 'Father')
    .flatMap(([, name]) => [name, name.split(' ')[0] as string])
  return /\b(?:mum|dad)\b/i.test(owner) || names.some(name => owner.includes(name))
}

/** Needs by the child they are about, in order of appearance. */
export function byChild({needs}: PlanData): [child: string, needs: Need[]][] {
  const groups = new Map<string, Need[]>()
  for (const need of needs) groups.set(need.child ?? 'Everyone', [...(groups.get(need.child ?? 'Everyone') ?? []), need])
  return [...groups]
}

/** Actions under the time they share; those without one come first, where no time can cover them. */
export function underDates({actions}: Need): string {
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

export const reason = ({worry}: Need): string => (worry ? `We are worried because ${worry}` : '')
export const goal = ({outcome}: Need): string => (outcome ? `Our goal is that ${lowerFirst(outcome)}` : '')
export const prose = (need: Need): string => [reason(need), goal(need), ...need.actions.map(sentence)].filter(Boolean).join(' ')
