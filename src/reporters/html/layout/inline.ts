/** The inside of a paragraph: words, their look, and the marks on them. */
import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {Nodes} from 'mdast'
import {visibleAsLaidOut} from '../../visible.ts'
import wording from '../wording.json' with {type: 'json'}
import type {Letters, Passage, Piece, Pieces} from './passages.ts'

export interface Marking {
  pieces: Pieces['pieces']
  prefix: string
}

const looks: Readonly<Record<string, string>> = {strong: 'strong', emphasis: 'em', delete: 'del'}

/** A link of the document becomes its words: nothing of a document is live. */
export function inlineElements(nodes: readonly Nodes[], marking: Marking): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'text' || node.type === 'inlineCode') return letters(node, marking)
    if (node.type === 'break') return [h('br')]
    if (!('children' in node)) return []
    const inner = inlineElements(node.children, marking)
    const look = looks[node.type]
    return look ? [h(look, inner)] : inner
  })
}

export function hasWords(nodes: readonly Nodes[]): boolean {
  return nodes.some(node => ('value' in node ? node.value.trim() !== '' : 'children' in node && hasWords(node.children)))
}

function letters(node: Letters, {pieces, prefix}: Marking): ElementContent[] {
  const checked = node.type === 'text' ? node.data?.checked : undefined
  return (pieces.get(node) ?? []).flatMap(piece => {
    const value = visibleAsLaidOut(piece.value)
    const shown = checked === undefined ? ({type: 'text', value} as const) : box(value, checked)
    return [marked(shown, piece, prefix), ...piece.ends.map(passage => reference(passage, prefix))]
  })
}

function box(glyph: string, checked: boolean): Element {
  return h('span', {className: ['box'], role: 'img', ariaLabel: checked ? wording.sheet.ticked : wording.sheet.notTicked}, glyph)
}

function marked(shown: ElementContent, {passages, begins}: Piece, prefix: string): ElementContent {
  return passages.reduceRight((inner, passage) => mark(inner, passage, begins.has(passage) ? `${prefix}m${passage.number}` : null), shown)
}

function mark(inner: ElementContent, {number, severity}: Passage, id: string | null): Element {
  return h('mark', {...(id && {id}), className: [severity], dataPassage: String(number)}, inner)
}

/** The number after the words: leads to what is said of them. */
function reference({number, severity, label}: Passage, prefix: string): Element {
  return h(
    'a',
    {className: ['number', severity], href: `#${prefix}n${number}`, dataReference: String(number), ariaLabel: label},
    String(number)
  )
}
