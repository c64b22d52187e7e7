/** Headings that are only recognisable by their look: a short line that is wholly bold or wholly capitals, or names the table below it. */
import type {Heading, Nodes, Paragraph, RootContent} from 'mdast'

const mostWords = 12
/** A line that is both bold and in capitals may be longer: letters before proceedings have such headings. */
const mostLoudWords = 20

/** Turns such paragraphs of the flow into headings, one level below the last real heading and never above the third. */
export function promoteHeadings(blocks: RootContent[], {bold, capitals} = rareLooks(blocks)): RootContent[] {
  let last = 0
  return blocks.map((block, index) => {
    if (block.type === 'heading' && block.data?.origin === 'style') last = block.depth
    if (block.type !== 'paragraph' || block.data?.margin || !isFollowed(blocks, index)) return block
    const looks = [bold && isBold(block), capitals && isCapitals(block)].filter(Boolean).length
    if ((looks === 0 && !block.data?.caption) || !isShortLine(block, looks === 2 ? mostLoudWords : mostWords)) return block
    const depth = Math.min(6, Math.max(3, last + 1)) as Heading['depth']
    return {type: 'heading', depth, children: block.children, data: {origin: 'look'}, position: block.position}
  })
}

/** Where bold or capitals are the usual look, they mark nothing. */
export function rareLooks(blocks: readonly RootContent[]): {bold: boolean; capitals: boolean} {
  const flow = blocks.filter((block): block is Paragraph => block.type === 'paragraph' && !block.data?.margin)
  return {bold: flow.filter(isBold).length <= flow.length / 2, capitals: flow.filter(isCapitals).length <= flow.length / 2}
}

function isFollowed(blocks: RootContent[], index: number): boolean {
  const next = blocks[index + 1]
  return next !== undefined && !(next.type === 'paragraph' && next.data?.margin !== undefined)
}

/** Few words on one line, with no final full stop and not a label with its value. */
function isShortLine(paragraph: Paragraph, most: number): boolean {
  const text = plain(paragraph).trim()
  if (text === '' || text.includes('\n') || isAddressed(text) || /[.!;,]["'’”)]*$/.test(text) || /:\s*\S/.test(text)) return false
  return text.split(/\s+/).length <= most && /\p{L}{2}/u.test(text)
}

function isBold(paragraph: Paragraph): boolean {
  return paragraph.children.every(child => child.type === 'strong' || child.type === 'break' || plain(child).trim() === '')
}

function isCapitals(paragraph: Paragraph): boolean {
  return isCapitalLine(plain(paragraph))
}

/** Whether a line names the person a letter is for, alone or after `Dear`. */
export function isAddressed(text: string): boolean {
  return /^(?:dear|mr|mrs|ms|miss|mx|dr)\b\.? /i.test(text)
}

/** Whether all letters are capitals, in at least one real word; a postcode or a reference number is not a line in capitals. */
export function isCapitalLine(text: string): boolean {
  return /\p{Lu}{4}/u.test(text) && !/\p{Ll}/u.test(text) && !/\p{Lu}\d|\d\p{Lu}/u.test(text)
}

/** The text of a node, with a line feed for each line break. */
function plain(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (node.type === 'break') return '\n'
  return 'children' in node ? node.children.map(plain).join('') : ''
}
