/** Lists, tables and definition lists of a page. */
import type {ListItem, RootContent, Table, TableCell, TableRow} from 'mdast'
import type {Position} from 'unist'
import type {CellPlace} from '../../tree.ts'
import {cellChildren} from '../cells.ts'
import {spanOf} from '../place.ts'
import {Flow} from './flow.ts'
import {attribute, type Element, type HtmlNode, isHidden} from './hidden.ts'

function spanOfElement(node: Element, flow: Flow): Position {
  const at = node.sourceCodeLocation
  const {base, places} = flow.page
  return at ? places(base + at.startOffset, base + at.endOffset) : places(base, base)
}

function childElements(node: HtmlNode, flow: Flow): Element[] {
  if (!('childNodes' in node)) return []
  return node.childNodes.filter((child): child is Element => 'tagName' in child && !isHidden(child, flow.page.hidden))
}

function contentOf(nodes: Element[], flow: Flow, inCell = false): RootContent[] {
  const inner = new Flow(flow.page, undefined, inCell)
  for (const node of nodes) {
    inner.page.walk(node, inner, {})
    inner.endParagraph()
  }
  return inner.blocks()
}

/** Adds a `ul` or `ol`; a list that stands directly in a list belongs to the item before it. */
export function addList(node: Element, flow: Flow): void {
  const ordered = node.tagName === 'ol'
  const items: ListItem[] = []
  let count = Number.parseInt(attribute(node, 'start') ?? '1', 10) || 1
  for (const child of childElements(node, flow)) {
    const isItem = child.tagName === 'li'
    const own = isItem ? Number.parseInt(attribute(child, 'value') ?? '', 10) : Number.NaN
    if (!Number.isNaN(own)) count = own
    const content = isItem ? contentOf([child], flow) : listInList(child, flow)
    const last = items.at(-1)
    if (!isItem && last) {
      last.children.push(...(content as ListItem['children']))
      continue
    }
    const label = ordered ? `${numeral(count, attribute(node, 'type'))}.` : '•'
    if (isItem) count++
    if (content.length > 0)
      items.push({type: 'listItem', children: content as ListItem['children'], data: {label}, position: spanOfElement(child, flow)})
  }
  if (items.length > 0) flow.add({type: 'list', ordered, children: items, position: spanOfElement(node, flow)})
  else flow.endParagraph()
}

function listInList(node: Element, flow: Flow): RootContent[] {
  const inner = new Flow(flow.page)
  if (node.tagName === 'ul' || node.tagName === 'ol') addList(node, inner)
  else inner.page.walk(node, inner, {})
  return inner.blocks()
}

function numeral(count: number, type: string | undefined): string {
  if ((type === 'a' || type === 'A') && count >= 1 && count <= 26) return String.fromCharCode(type.charCodeAt(0) + count - 1)
  const roman = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'][count - 1]
  if ((type === 'i' || type === 'I') && roman) return type === 'i' ? roman : roman.toUpperCase()
  return String(count)
}

/** Adds a table with its cells in the grid; a table of one cell, or one marked as layout, is only a frame around its content. */
export function addTable(node: Element, flow: Flow): void {
  flow.endParagraph()
  const parts = childElements(node, flow)
  const caption = parts.find(part => part.tagName === 'caption')
  if (caption) {
    flow.page.walk(caption, flow, {})
    flow.endParagraph({caption: true})
  }
  const rows = parts.flatMap(part => (part.tagName === 'tr' ? [part] : childElements(part, flow).filter(child => child.tagName === 'tr')))
  const cells = rows.map(row => childElements(row, flow).filter(child => child.tagName === 'td' || child.tagName === 'th'))
  if (attribute(node, 'role') === 'presentation' || cells.flat().length <= 1) {
    for (const cell of cells.flat()) {
      flow.page.walk(cell, flow, {})
      flow.endParagraph()
    }
    return
  }
  const places = layOut(cells)
  const children = rows.map((row, index): TableRow => {
    const content = (cells[index] ?? []).map((cell, at): TableCell => {
      const place = places[index]?.[at]
      return {
        type: 'tableCell',
        children: cellChildren(contentOf([cell], flow, true)),
        data: {...(place && {cell: place})},
        position: spanOfElement(cell, flow)
      }
    })
    return {type: 'tableRow', children: content, position: spanOfElement(row, flow)}
  })
  flow.add({type: 'table', children, data: {kind: 'grid'}, position: spanOfElement(node, flow)})
}

/** Columns and spans of the cells: a cell moves right past cells that reach down from the rows above. */
function layOut(rows: Element[][]): CellPlace[][] {
  const busyUntil: number[] = []
  return rows.map((cells, row) => {
    let column = 0
    return cells.map(cell => {
      while ((busyUntil[column] ?? 0) > row) column++
      const colSpan = Math.min(spanAttribute(cell, 'colspan') || 1, 100)
      const left = rows.length - row
      const rowSpan = Math.min(spanAttribute(cell, 'rowspan') || left, left)
      for (let at = column; at < column + colSpan; at++) busyUntil[at] = row + rowSpan
      const header = cell.tagName === 'th' || isInHead(cell)
      const place = {row, column, rowSpan, colSpan, ...(header && {header: true})}
      column += colSpan
      return place
    })
  })
}

function isInHead(cell: Element): boolean {
  const row = cell.parentNode
  const group = row && 'parentNode' in row ? row.parentNode : null
  return group !== null && 'tagName' in group && group.tagName === 'thead'
}

/** 0 is "to the end of the table" for rows; anything unreadable is 1. */
function spanAttribute(cell: Element, name: string): number {
  const value = Number.parseInt(attribute(cell, name) ?? '1', 10)
  return value >= 0 ? value : 1
}

/** Adds a `dl` as a table of two columns: all terms and all descriptions that belong together make one row. */
export function addDefinitions(node: Element, flow: Flow): void {
  flow.endParagraph()
  const groups: {terms: Element[]; descriptions: Element[]}[] = []
  const parts = childElements(node, flow).flatMap(child => (child.tagName === 'div' ? childElements(child, flow) : [child]))
  for (const part of parts) {
    const last = groups.at(-1)
    if (part.tagName === 'dt') {
      if (last && last.descriptions.length === 0) last.terms.push(part)
      else groups.push({terms: [part], descriptions: []})
    } else if (part.tagName === 'dd') {
      if (last) last.descriptions.push(part)
      else groups.push({terms: [], descriptions: [part]})
    }
  }
  const children = groups.map(({terms, descriptions}, row): TableRow => {
    const all = [...terms, ...descriptions].map(part => ({position: spanOfElement(part, flow)}))
    const position = spanOf(all, spanOfElement(node, flow))
    const cells = [terms, descriptions].map((nodes, column): TableCell => {
      const cell = {row, column, rowSpan: 1, colSpan: 1}
      const at = spanOf(
        nodes.map(part => ({position: spanOfElement(part, flow)})),
        {start: position.end, end: position.end}
      )
      return {type: 'tableCell', children: cellChildren(contentOf(nodes, flow, true)), data: {cell}, position: at}
    })
    return {type: 'tableRow', children: cells, position}
  })
  const table: Table = {type: 'table', children, data: {kind: 'definitions'}, position: spanOfElement(node, flow)}
  if (children.length > 0) flow.add(table)
}
