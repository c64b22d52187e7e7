/** The document cut at its headings, each section with what it is for. */
import {timesIn} from '../text/dates.ts'
import type {DocumentType} from '../report.ts'
import type {Block, Section, SectionRole} from './plan.ts'
import {labelText} from './spans.ts'
import {columnRole, sectionRole} from './vocabulary.ts'
import {titleType} from './document-type.ts'

/** Sections in order; sets `section` on every block. A heading that says nothing takes the role of the section around it. */
export function sectionsOf(blocks: readonly Block[], type: DocumentType): Section[] {
  const kind = type === 'letter-before-proceedings' ? 'letter' : 'plan'
  const top: Section = {index: 0, heading: null, title: '', depth: 0, role: 'header', parent: null, blocks: []}
  const sections = [top]
  let current = top
  let titled = false
  for (const block of blocks) {
    if (block.kind === 'heading' && !block.margin && !block.table) {
      let parent: Section | null = current
      while (parent && parent.depth >= block.depth) parent = parent.parent
      const isTitle = !titled && (titleType(block.text) !== null || isPlainTitle(block, sections.length, kind))
      if (isTitle) titled = true
      current = {
        index: sections.length,
        heading: block,
        title: block.text.trim(),
        depth: block.depth,
        role: isTitle ? 'title' : roleOf(block, kind, parent),
        parent: parent ?? top,
        blocks: []
      }
      sections.push(current)
    }
    block.section = block.margin === 'page-header' || block.margin === 'page-footer' ? top : current
    block.section.blocks.push(block)
  }
  for (const section of sections) if (section.parent?.role === 'progress' && statesNeed(section)) section.role = 'other'
  if (kind === 'plan') for (const section of sections) if (holdsTasks(section)) section.role = 'plan'
  return sections
}

/** Under “What needs to be different”, a list of who does what by when: tasks, not outcomes. */
function holdsTasks({role, blocks}: Section): boolean {
  const items = role === 'outcomes' ? blocks.filter(block => block.kind === 'item' && !block.table) : []
  const isTask = ({text}: Block): boolean => {
    const end = /(?:\s[–—-]\s|[([])([^–—()[\]]+)[)\]]?\W*$/.exec(text)?.[1]
    return end !== undefined && timesIn(end, null).length > 0
  }
  return items.length > 0 && items.filter(isTask).length * 2 > items.length
}

/** A need under a heading that tells what happened: its worry and its outcome are labelled so. */
function statesNeed({role, blocks}: Section): boolean {
  if (role !== 'progress') return false
  const roles = new Set(blocks.filter(({labelEnd}) => labelEnd > 0).map(block => columnRole(labelText(block))))
  return roles.has('worry') && roles.has('outcome')
}

/** `My plan` as the first heading of all is the name of the document. */
function isPlainTitle({text, depth}: Block, before: number, kind: 'plan' | 'letter'): boolean {
  return before === 1 && depth === 1 && sectionRole(text, kind) === 'plan'
}

function roleOf(heading: Block, kind: 'plan' | 'letter', parent: Section | null): SectionRole {
  // “Goal: Ada can tell people what she wants” states a goal, whatever its words would name.
  const aimed = kind === 'plan' && heading.labelEnd > 0 && heading.text.slice(heading.labelEnd).split(/\s+/).length >= 5
  if (aimed && columnRole(labelText(heading)) === 'outcome') return 'outcomes'
  const own = sectionRole(heading.text, kind)
  if (own) return own
  // “What we are aiming for”: over a column or over a section.
  if (kind === 'plan' && columnRole(heading.text.replace(/^[\d.\s]+/, '').replace(/[:?\s]+$/, '')) === 'outcome') return 'outcomes'
  if (!parent || parent.role === 'title' || parent.role === 'header') return 'other'
  return parent.role
}
