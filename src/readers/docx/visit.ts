/** Walks Word's containers: what is only a wrapper is entered, what is deleted or moved away is left out. */
import {child, flag, val, type XmlElement} from './xml.ts'

/** A check box control under way: its own glyph is not read, its state is. */
export interface CheckBox {
  checked: boolean
  shown: boolean
}

const wrappers = new Set(['w:ins', 'w:moveTo', 'w:customXml', 'w:smartTag', 'w:hyperlink', 'w:dir', 'w:bdo', 'w:fldSimple', 'w:sdtContent'])
const gone = new Set(['w:del', 'w:moveFrom'])

/** Calls `use` for each child that counts, at every level (block, row, cell, run), and tells it the check box it stands in. */
export function visit(parent: XmlElement, box: CheckBox | undefined, use: (node: XmlElement, box: CheckBox | undefined) => void): void {
  for (const node of parent.children) {
    if (wrappers.has(node.name)) visit(node, box, use)
    else if (isOwnPage(node)) continue
    else if (node.name === 'w:sdt') visit(child(node, 'w:sdtContent') ?? node, checkBoxOf(node) ?? box, use)
    else if (node.name === 'mc:AlternateContent') visit(branch(node), box, use)
    else if (!gone.has(node.name)) use(node, box)
  }
}

/** Tag of the control that holds planlint's own summary page, which is no part of the document. */
export const summaryTag = 'planlint-summary'

function isOwnPage(node: XmlElement): boolean {
  return node.name === 'w:sdt' && val(child(node, 'w:sdtPr'), 'w:tag') === summaryTag
}

/** The newer of the alternatives; both say the same. */
export function branch(alternatives: XmlElement): XmlElement {
  const choice = alternatives.children.find(({name, children}) => name === 'mc:Choice' && children.length > 0)
  return choice ?? child(alternatives, 'mc:Fallback') ?? {...alternatives, children: []}
}

function checkBoxOf(control: XmlElement): CheckBox | undefined {
  const box = child(child(control, 'w:sdtPr'), 'w14:checkbox')
  if (!box) return undefined
  const state = child(box, 'w14:checked')?.attributes['w14:val'] ?? '0'
  return {checked: /^(1|true|on)$/.test(state), shown: false}
}

/** Whether a properties element marks its owner as deleted or moved away. */
export function isMarkedGone(properties: XmlElement | undefined): boolean {
  return child(properties, 'w:del') !== undefined || child(properties, 'w:moveFrom') !== undefined
}

/** Legacy form check box of a field, if it is one. */
export function legacyCheckBox(field: XmlElement): boolean | undefined {
  const box = child(child(field, 'w:ffData'), 'w:checkBox')
  return box && (flag(box, 'w:checked') ?? flag(box, 'w:default') ?? false)
}
