/** Shows trees as short outlines, and checks that every text knows its place. */
import type {Nodes, Text} from 'mdast'
import type {Document} from '../../src/tree.ts'

/**
 * One line a block: `# ` heading by its depth (`~` after it if only by its look), `1. ` label of an item, `| ` cell with its place, `/`
 * for a line break, `**` around bold.
 */
export function outline(document: Document): string[] {
  return document.tree.children.flatMap(node => lines(node))
}

function lines(node: Nodes): string[] {
  switch (node.type) {
    case 'heading':
      return [`${'#'.repeat(node.depth)}${node.data?.origin === 'look' ? '~' : ''} ${inline(node)}`]
    case 'paragraph':
      return [`${node.data?.margin ? `(${node.data.margin}) ` : ''}${inline(node)}`]
    case 'listItem': {
      const [first = '', ...rest] = node.children.flatMap(child => lines(child))
      return [`${node.data?.label ?? '?'} ${first}`, ...rest.map(line => `  ${line}`)]
    }
    case 'tableCell': {
      const {row, column, rowSpan, colSpan, header} = node.data?.cell ?? {row: -1, column: -1, rowSpan: -1, colSpan: -1}
      const spans = rowSpan > 1 || colSpan > 1 ? ` ${rowSpan}x${colSpan}` : ''
      return [`| ${row},${column}${spans}${header ? ' head' : ''}: ${node.children.flatMap(child => lines(child)).join(' ¶ ')}`]
    }
    case 'html':
      return [node.value]
    default:
      return 'children' in node ? node.children.flatMap(child => lines(child)) : [`?${node.type}`]
  }
}

function inline(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (node.type === 'break') return '/'
  const inner = 'children' in node ? node.children.map(inline).join('') : ''
  return node.type === 'strong' ? `**${inner}**` : inner
}

/** All text nodes, in order. */
export function texts(document: Document): Text[] {
  const found: Text[] = []
  const walk = (node: Nodes) => {
    if (node.type === 'text') found.push(node)
    else if ('children' in node) node.children.forEach(walk)
  }
  walk(document.tree)
  return found
}

/**
 * What is wrong with the places in a tree: a node without a position, a position that runs backwards or whose line and column do not fit
 * its offset, or a text of the length of its source that is not its source (white space read as a space apart).
 */
export function misplaced(document: Document): string[] {
  const wrong: string[] = []
  const walk = (node: Nodes) => {
    const start = node.position?.start.offset ?? -1
    const end = node.position?.end.offset ?? -1
    if (start < 0 || end < start || end > document.text.length) wrong.push(`${node.type} at ${start}..${end}`)
    else if (node.position && lineAndColumn(document.text, start) !== `${node.position.start.line}:${node.position.start.column}`) {
      wrong.push(`${node.type} at ${start}: line or column`)
    }
    if (node.type === 'text') {
      const source = document.text.slice(start, end)
      if (source.length === node.value.length && source !== node.value && !/^\s$/.test(source)) wrong.push(`${node.value} is ${source}`)
      if (node.value === '') wrong.push(`empty text at ${start}`)
    }
    if ('children' in node) node.children.forEach(walk)
  }
  walk(document.tree)
  return wrong
}

function lineAndColumn(text: string, offset: number): string {
  const before = text.slice(0, offset).split(/\r\n|\n|\r(?!\n)/)
  return `${before.length}:${(before.at(-1) ?? '').length + 1}`
}
