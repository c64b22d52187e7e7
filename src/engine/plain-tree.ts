/** A tree from somebody else's remark, made like those of our readers: cells hold paragraphs and know their place. */
import type {Nodes, Paragraph, Root, Table, TableCell} from 'mdast'

/** A copy; the tree itself belongs to the pipeline it came from. */
export function likeOurs(tree: Root): Root {
  return copy(tree) as Root
}

function copy(node: Nodes): Nodes {
  if (node.type === 'table') return table(node)
  return 'children' in node ? ({...node, children: node.children.map(copy)} as Nodes) : node
}

function table(node: Table): Table {
  const children = node.children.map((row, index) => ({...row, children: row.children.map((cell, column) => placed(cell, index, column))}))
  return {...node, children}
}

/** remark puts words straight into a cell; the first row of a table of its is the heading row. */
function placed(cell: TableCell, row: number, column: number): TableCell {
  const paragraph: Paragraph = {type: 'paragraph', children: cell.children, position: cell.position}
  const children = (cell.children.length > 0 ? [paragraph] : []) as unknown as TableCell['children']
  return {...cell, children, data: {...cell.data, cell: {row, column, rowSpan: 1, colSpan: 1, ...(row === 0 && {header: true})}}}
}
