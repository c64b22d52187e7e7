/** Letters without headings, or with headings nobody foresaw: which of their text may tell of concerns. */
import type {Block, Section, SectionRole} from '../plan.ts'
import {sectionRole} from '../vocabulary.ts'

/** Sections whose heading does not say what they are for. */
export function isOpen({role}: Section): boolean {
  return role === 'header' || role === 'title' || role === 'other'
}

interface OpenBlock {
  block: Block
  /** A line such as `Our concerns:` stands over it. */
  sure: boolean
}

/** Blocks that are not plainly about something else: the meeting, advice, help, or what is asked. */
export function openText(section: Section): OpenBlock[] {
  const found: OpenBlock[] = []
  let over: SectionRole | null = null
  let afterItems = false
  for (const block of section.blocks) {
    if (block.kind === 'heading' || block.table || block.margin || !block.text.trim()) continue
    const cue = cueOf(block)
    // A list ends what a line introduced.
    if (afterItems && block.kind !== 'item') over = null
    afterItems = block.kind === 'item'
    if (cue?.alone || (cue && block.kind !== 'item')) over = cue.role
    if (cue?.alone) continue
    const role: SectionRole | null = cue?.role ?? over
    if (cue && !cue.lasts) over = null
    if (role === 'concerns') found.push({block, sure: true})
    else if (role === null && isProse(block)) found.push({block, sure: false})
  }
  return found
}

interface Cue {
  role: SectionRole
  /** The line is nothing else. */
  alone: boolean
  /** It speaks for the list below it too. */
  lasts: boolean
}

const cueRoles = new Set<SectionRole>([
  'concerns',
  'expectations',
  'support',
  'meeting',
  'legal-advice',
  'family',
  'consequence',
  'strengths',
  'child-views',
  'parent-views',
  'background'
])

/** A short line, a label or a short first sentence that says what comes: `What has been offered:`, `What we need from you is this.` */
function cueOf({text, kind, labelEnd, sentences}: Block): Cue | null {
  const first = labelEnd > 0 ? text.slice(0, labelEnd) : text.slice(sentences[0]?.start ?? 0, sentences[0]?.end ?? text.length)
  if (kind !== 'paragraph' || first.trim().split(/\s+/).length > 10) return null
  const alone = first.trim().length === text.trim().length && !/[.!]\s*$/.test(text)
  const isIntroduction = alone || labelEnd > 0 || /^\s*(?:what|how|why|our|the things)\b/i.test(first)
  const role = isIntroduction ? sectionRole(first, 'letter') : null
  return role && cueRoles.has(role) ? {role, alone, lasts: alone || labelEnd > 0} : null
}

const otherPart =
  /\b(?:solicitor|legal (?:aid|advice)|apply to (?:the )?court|ask (?:the|a) (?:\w+ )?(?:court|judge)|go(?:ing)? to court|invite you|come to (?:a|the) meeting|please (?:tell|ring|call|contact|let)|you (?:must|need to|have to|should)|we (?:need|want|expect|ask)|(?:we|i) (?:will|can|would like)|we (?:have )?(?:tried|paid|offered|gave|given|arranged|provided|found)|relatives?|first language|interpreter)\b/i
const opening =
  /\b(?:i am|i['’]m|we are|we['’]re) (?:writing|sending)|\bthis letter\b|^\s*dear\b|^\s*(?:re|about|subject|from|to|date|our ref|ref)\s*:/i

function isProse({text, role}: Block): boolean {
  return role !== 'expectation' && text.trim().split(/\s+/).length >= 5 && !otherPart.test(text) && !opening.test(text)
}
