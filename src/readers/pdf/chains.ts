/** Lines across that belong to one table. */
import type {Rule} from './drawing.ts'
import {near} from './grid.ts'
import type {Word} from './words.ts'

/** Lines across, from top to bottom, that begin and end at the same places, and shorter ones between them: those end at merged cells. */
export interface Chain {
  left: number
  right: number
  rules: Rule[]
}

/** Fewer lines are those above and below one heading. */
const fewest = 3

export function chainsOf(rules: readonly Rule[]): Chain[] {
  const chains: Chain[] = []
  for (const rule of [...rules].sort((a, b) => a.at - b.at)) {
    const same = chains.find(({left, right}) => Math.abs(left - rule.from) <= near && Math.abs(right - rule.to) <= near)
    if (same) same.rules.push(rule)
    else chains.push({left: rule.from, right: rule.to, rules: [rule]})
  }
  const wide = chains.filter(({left, right, rules: own}) => right - left > 100 && own.length > 1).sort((a, b) => widthOf(b) - widthOf(a))
  for (const chain of wide) for (const other of chains) if (other !== chain && isInside(other, chain)) takeOver(other, chain)
  return wide.filter(chain => chain.rules.length >= fewest)
}

const widthOf = ({left, right}: Chain) => right - left

function isInside(part: Chain, whole: Chain): boolean {
  return part.left > whole.left - near && part.right < whole.right + near && widthOf(part) < widthOf(whole) - near
}

/** Gives a table the shorter lines that belong to it: those between its own, and those not far above and below that end at its side. */
function takeOver(part: Chain, whole: Chain): void {
  const atSide = Math.abs(part.left - whole.left) <= near || Math.abs(part.right - whole.right) <= near
  const reach = atSide ? mostHeight : near
  let [top, bottom] = [whole.rules[0]?.at ?? 0, whole.rules.at(-1)?.at ?? 0]
  const first = part.rules.findIndex(({at}) => at > top - reach)
  if (first < 0) return
  let from = first
  for (; from > 0 && (part.rules[from - 1] as Rule).at > top - reach; from--) top = (part.rules[from - 1] as Rule).at
  let to = first
  for (; to < part.rules.length && (part.rules[to] as Rule).at < bottom + reach; to++)
    bottom = Math.max(bottom, (part.rules[to] as Rule).at)
  whole.rules = [...whole.rules, ...part.rules.splice(from, to - from)].sort((a, b) => a.at - b.at)
}

/** Lines further below the last line of a table than this are none of its own. */
const mostHeight = 90

/** Tells the lines that are drawn below words from those that are drawn between rows. */
export function underlinesOf(words: readonly Word[]): (rule: Rule) => boolean {
  const byBase = new Map<number, Word[]>()
  for (const word of words) {
    const same = byBase.get(Math.floor(word.base))
    if (same) same.push(word)
    else byBase.set(Math.floor(word.base), [word])
  }
  return ({at, from, to}) => {
    const over = [0, 1, 2, 3, 4].flatMap(step => byBase.get(Math.floor(at) - step) ?? [])
    const own = over.filter(({base, size, left, right}) => at >= base && at - base < 0.35 * size && left < to && right > from)
    return own.length > 0 && from > Math.min(...own.map(({left}) => left)) - 1.5 && to < Math.max(...own.map(({right}) => right)) + 4
  }
}
