/**
 * Small groups: what is said of three plans is said of three families. Groups of fewer than five documents are put together, and figures
 * that rest on fewer than five documents are hidden; what is hidden must not follow from the total either, so that a single hidden group
 * or figure takes the next smallest with it.
 */
import {type Group, joined} from './sums.ts'

export const least = 5

export interface NamedGroup {
  name: string
  group: Group
  /** Measures that are not to be shown. */
  hidden: ReadonlySet<string>
}

/** Groups by name; small ones together at the end as `small`. With `showAll` they stay as they are. */
export function shownGroups(groups: ReadonlyMap<string, Group>, small: string, showAll: boolean): NamedGroup[] {
  const byName = [...groups].sort(([a], [b]) => (a < b ? -1 : 1))
  if (showAll) return byName.map(([name, group]) => ({name, group, hidden: new Set()}))
  const pooled = pool(byName)
  const kept: [string, Group][] = byName.filter(([name]) => !pooled.has(name))
  if (pooled.size > 0) kept.push([small, joined(byName.filter(([name]) => pooled.has(name)).map(([, group]) => group))])
  const hidden = hiddenFigures(kept)
  return kept.map(([name, group], index) => ({name, group, hidden: hidden[index] ?? new Set()}))
}

/** Names of the groups to put together: the small ones, and larger ones until the rest is no small group itself. */
export function pool(groups: readonly (readonly [string, Pick<Group, 'documents'>])[]): Set<string> {
  const bySize = [...groups].sort(([, a], [, b]) => a.documents - b.documents)
  const pooled = new Set<string>()
  let documents = 0
  for (const [name, group] of bySize) {
    if (group.documents >= least && (pooled.size === 0 || documents >= least)) break
    pooled.add(name)
    documents += group.documents
  }
  return pooled
}

function hiddenFigures(groups: readonly [string, Group][]): Set<string>[] {
  const hidden = groups.map(() => new Set<string>())
  const ids = new Set(groups.flatMap(([, {totals}]) => [...totals.keys()]))
  for (const id of ids) {
    const sizes = groups.map(([, {totals}], index) => [String(index), {documents: totals.get(id)?.documents ?? 0}] as const)
    const taken = sizes.filter(([, {documents}]) => documents > 0)
    for (const index of figuresToHide(taken)) hidden[Number(index)]?.add(id)
  }
  return hidden
}

/** As `pool`, but a single figure must never be hidden alone. */
function figuresToHide(sizes: readonly (readonly [string, {documents: number}])[]): Set<string> {
  const small = pool(sizes)
  if (small.size !== 1) return small
  const [next] = sizes.filter(([index]) => !small.has(index)).sort(([, a], [, b]) => a.documents - b.documents)
  if (next) small.add(next[0])
  return small
}
