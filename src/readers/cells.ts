/** Cells hold paragraphs, lists and tables only: a heading in a cell is a line that stands out. */
import type {RootContent, TableCell} from 'mdast'

/** Makes blocks fit for a cell. */
export function cellChildren(blocks: RootContent[]): TableCell['children'] {
  const fitting = blocks.map((block): RootContent => {
    if (block.type !== 'heading') return block
    const {children, position} = block
    const strong = children.every(child => child.type === 'strong')
    return {type: 'paragraph', children: strong ? children : [{type: 'strong', children, position}], position}
  })
  return fitting as unknown as TableCell['children']
}
