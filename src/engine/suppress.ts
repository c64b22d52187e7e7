/**
 * Comments that switch rules off, in Markdown and HTML:
 *
 * - `<!-- planlint-disable-next rule-a rule-b -- reason -->` for the next block (a paragraph, a heading, a list, a table);
 * - `<!-- planlint-disable rule-a -- reason -->` from here on, until `<!-- planlint-enable rule-a -->` or the end of the document.
 *
 * No rule named means all rules. A rule still off at the end of the document makes no finding about the whole document either.
 */
import type {Nodes, Root} from 'mdast'

/** Whether a rule is off at an offset of the source; `null` asks about the whole document. */
export type IsOff = (ruleId: string, offset: number | null) => boolean

interface Switch {
  kind: 'disable-next' | 'disable' | 'enable'
  rules: ReadonlySet<string> | null
}
interface Turn extends Switch {
  offset: number
}
interface Stretch {
  rules: Switch['rules']
  start: number
  end: number
}

const commentPattern = /<!--\s*planlint-(disable-next|disable|enable)(?![\w-])([\s\S]*?)-->/g

/** Reads the comments of a tree; null when there are none, as in nearly every document. */
export function switchesIn(tree: Root): IsOff | null {
  const turns: Turn[] = []
  const stretches: Stretch[] = []
  collect(tree.children, [], turns, stretches)
  if (turns.length === 0 && stretches.length === 0) return null
  return (ruleId, offset) => {
    if (offset !== null && stretches.some(({rules, start, end}) => offset >= start && offset < end && concerns(rules, ruleId))) return true
    const last = turns.findLast(turn => (offset === null || turn.offset <= offset) && concerns(turn.rules, ruleId))
    return last?.kind === 'disable'
  }
}

function concerns(rules: Switch['rules'], ruleId: string): boolean {
  return rules === null || rules.has(ruleId)
}

/** Goes through blocks in reading order. Returns the comments that still wait for a block to follow them. */
function collect(nodes: readonly Nodes[], waiting: Switch[], turns: Turn[], stretches: Stretch[]): Switch[] {
  let pending = waiting
  for (const node of nodes) {
    const start = node.position?.start.offset ?? 0
    if (node.type === 'html') {
      for (const found of switchesOf(node.value)) {
        if (found.kind === 'disable-next') pending = [...pending, found]
        else turns.push({...found, offset: start})
      }
      continue
    }
    for (const {rules} of pending) stretches.push({rules, start, end: node.position?.end.offset ?? start})
    pending = 'children' in node ? collect(node.children, [], turns, stretches) : []
  }
  return pending
}

function switchesOf(html: string): Switch[] {
  return [...html.matchAll(commentPattern)].map(([, kind, text = '']) => {
    const ids = (text.split(/\s--(?:\s|$)/)[0] ?? '').split(/[\s,]+/).filter(Boolean)
    return {kind: kind as Switch['kind'], rules: ids.length > 0 ? new Set(ids) : null}
  })
}
