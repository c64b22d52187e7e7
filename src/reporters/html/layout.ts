/** A document as a page: the tree of any format as HTML elements, with passages marked and numbered in place. Needs no page to do so. */
import type {Element} from 'hast'
import {h} from 'hastscript'
import type {Root} from 'mdast'
import {blockElements, type Sheet} from './layout/blocks.ts'
import {type Passage, piecesOf} from './layout/passages.ts'

export type {Passage}

export interface LayoutOptions {
  /** Begins all ids, where several documents stand on one page. */
  prefix?: string
  /** Level of the document's highest headings, from 1. */
  level?: number
  /** Says of each paragraph and heading where it begins and ends in the text, as `data-from` and `data-to`, for a page that lets people change it. */
  places?: boolean
}

export interface Layout {
  element: Element
  /** Numbers of the passages that have words in the document; the others could not be marked. */
  marked: ReadonlySet<number>
}

/**
 * Passage 3 is marked by `mark[data-passage="3"]`, the first of them with the id `<prefix>m3`; a link with its number follows the last
 * and leads to `#<prefix>n3`.
 */
export function layOut(tree: Root, passages: readonly Passage[], {prefix = '', level = 1, places = false}: LayoutOptions = {}): Layout {
  const {pieces, marked} = piecesOf(tree, passages)
  const sheet: Sheet = {pieces, prefix, level, places, depths: [], tables: 0}
  return {element: h('div', {className: ['sheet']}, blockElements(tree.children, sheet)), marked}
}
