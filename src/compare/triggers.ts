/** What a contingency plan waits for, and what is to be done then: in sentences, lists, tables, under labels or headings. */
import {splitCondition} from '../model/contingency.ts'
import type {Block, Span} from '../model/plan.ts'
import {labelText, textOf, trimmed, wholeBlock} from '../model/spans.ts'
import {wordsOf} from '../text/phrases.ts'
import type {Version} from './version.ts'
import {type Stems, stemsOf} from './words.ts'

export interface Trigger {
  text: string
  at: Span
  stems: Stems
  /** What is to be done then. */
  step: string
}

const opener =
  /^(?:[…\s]|\.{3})*(?:or\s+)?(?:(?:what\s(?:happens\s|then\s)?)?if|should|unless|when(?:ever)?|where|in case|in the event (?:of|that))\s+/i
/** “… decides with her manager if they can go home”: no trigger. */
const asking =
  /\b(?:decid|check|ask|see|agree|know|think|tell|say|judg|consider|look|find out|talk|discuss)\w*\s(?:[^.;:]{0,60}\s)?(?:if|when|where|whether)\s+$/i
/** A sentence or heading that says of a list that each of its lines is a trigger. */
const anyOfThese = /\b(?:any|one|either|some|all) of (?:these|the following|them|this)\b|\b(?:if|when|where)(?:\s+\S+){0,3}:\s*$/i
/** “If it does not work” is about no one thing. */
const vague =
  /^(?:it|things?|this|these|that|any of|one of|we|the plan|nothing|something|anything|everything|all|needed|necessary|there (?:is|are) (?:no|any|a) (?:change|problem|concern|worr))\b/i
const triggerLabel = /^(?:if|when|trigger|sign|warning sign|what might happen|what if|event)\b/i
const stepLabel = /^(?:then|response|step|what (?:we|will)|who|action|what happens|we will|plan)\b/i
/** Words of a trigger that stands by itself at the head of a line. */
const most = 14

export function triggersOf(version: Version): Trigger[] {
  const reading = new Reading(version)
  for (const block of version.plan.blocks) reading.take(block)
  return reading.found
}

class Reading {
  readonly found: Trigger[] = []
  private readonly version: Version
  private readonly own: ReadonlySet<Block>
  private row: {block: Block; trigger: Trigger} | null = null
  /** Under a heading that is itself a trigger. */
  private headed: Trigger | null = null
  /** Lines of a list that may turn out to be triggers, and whose list it is. */
  private loose: {section: Block['section']; spans: Span[]; step: string | null} | null = null

  constructor(version: Version) {
    this.version = version
    this.own = new Set(version.plan.contingency.statements.map(({at}) => at.block))
  }

  take(block: Block): void {
    if (block.kind === 'heading') {
      this.headed = this.headingTrigger(block)
      return
    }
    if (this.headed && !block.table) {
      this.headed.step += ` ${block.text}`
      return
    }
    this.headed = null
    if (!this.own.has(block) && block.section.role !== 'contingency' && !this.isListed(block)) return
    if (block.table) this.takeCell(block)
    else this.takeText(block)
  }

  private headingTrigger(block: Block): Trigger | null {
    if (!opener.test(block.text)) return null
    const text = block.text.replace(opener, '').replace(/[?:.…\s]+$/, '')
    return vague.test(text) || wordsOf(text).length < 3 ? null : this.add(text, '', wholeBlock(block))
  }

  /** A line of the list that a sentence with “any of these” announced. */
  private isListed(block: Block): boolean {
    return block.kind === 'item' && this.loose?.section === block.section && this.loose.step !== null
  }

  private add(text: string, step: string, at: Span): Trigger {
    const plain = text.replace(/[.\s]+$/, '')
    const trigger = {text: plain, at, stems: stemsOf(this.version.nameIn(plain)), step}
    if (plain && trigger.stems.size > 0) this.found.push(trigger)
    return trigger
  }

  private takeCell(block: Block): void {
    const {table} = block
    // “If Dean comes to the flat” may head its row.
    const isRowHead = table?.header && table.column === 0 && opener.test(block.text) && !vague.test(block.text.replace(opener, ''))
    if (!table || (table.header && !isRowHead)) return
    const isSameRow = this.row && this.row.block.table?.table === table.table && this.row.block.table.row === table.row
    if (this.row && isSameRow) {
      this.row.trigger.step += ` ${block.text}`
      return
    }
    const count = this.found.length
    // “If Dean comes to the flat” fills the cell: what is to be done stands in the next one.
    const isAll = !opener.test(block.text) || (block.sentences.length === 1 && !/[,:;]|\bthen\b/i.test(block.text))
    if (table.column === 0 && block.section.role === 'contingency' && isAll) this.add(block.text.replace(opener, ''), '', wholeBlock(block))
    else this.takeText(block)
    const last = this.found.at(-1)
    if (last && this.found.length > count && table.column === 0) this.row = {block, trigger: last}
  }

  private takeText(block: Block): void {
    const label = labelText(block)
    const rest = trimmed({block, start: block.labelEnd, end: block.text.length})
    if (block.labelEnd > 0 && stepLabel.test(label) && !opener.test(label)) {
      this.append(block.text.slice(rest.start), rest)
      return
    }
    if (block.labelEnd > 0 && triggerLabel.test(label) && wordsOf(label).length <= 3 && rest.end > rest.start) {
      // “IF: … THEN: …” in one block.
      const text = textOf(rest)
      const then = /\n?\s*\bthen\b:?\s/i.exec(text)
      this.add(then ? text.slice(0, then.index) : text, then ? text.slice(then.index + then[0].length) : '', rest)
      return
    }
    const isNamed = block.labelEnd > 0 && /^(?:contingency|back-?up|plan b|what if|if it)/i.test(label)
    const count = this.found.length
    for (const range of block.sentences) {
      const from = isNamed ? Math.max(range.start, block.labelEnd) : range.start
      for (const at of partsOf({block, start: from, end: range.end})) this.takeSentence(at)
    }
    if (this.found.length === count) this.takeLine(block)
  }

  private takeSentence(at: Span): void {
    const text = textOf(at)
    if (anyOfThese.test(text)) {
      const {section} = at.block
      const spans = this.loose?.section === section ? this.loose.spans : []
      this.loose = {section, spans: [], step: text}
      for (const span of spans) this.add(textOf(span), text, span)
      return
    }
    const {clause, step} = conditionOf(text)
    // “If he has been let in, …”: what is to be done then belongs to the step before too.
    if (/^(?:he|she|they|it|this|that|any of)\b/i.test(clause)) this.append(text, at)
    const isAsked = clause && !opener.test(text) && asking.test(text.slice(0, text.indexOf(clause)))
    const parted = partedOf(text)
    if (clause && !isAsked && (opener.test(text) || !parted)) this.add(clause, step, at)
    else if (parted) this.add(parted.trigger.replace(opener, ''), parted.step, at)
    else this.append(text, at)
  }

  /** What is to be done may take more than one sentence, and stand in the lines that follow. */
  private append(text: string, {block}: Span): void {
    const last = this.row?.trigger ?? this.found.at(-1)
    const isNext =
      last && (last.at.block === block || /:\s*$/.test(last.at.block.text) || (block.labelEnd > 0 && stepLabel.test(labelText(block))))
    if (last && isNext) last.step += ` ${text}`
  }

  /** `Lee comes to the flat. Dana rings 999.`, or a line of a list of which a sentence says the rest. */
  private takeLine(block: Block): void {
    if (block.section.role !== 'contingency' && !this.isListed(block)) return
    const [first, ...others] = block.sentences
    if (!first || wordsOf(block.text.slice(first.start, first.end)).length > most) return
    const at = trimmed({block, ...first})
    if (block.kind === 'item' && others.length === 0) {
      if (this.isListed(block)) this.add(textOf(at), this.loose?.step ?? '', at)
      else if (this.loose?.section === block.section) this.loose.spans.push(at)
      else this.loose = {section: block.section, spans: [at], step: null}
    } else if (others.length > 0 && !/["“”]/.test(block.text))
      this.add(textOf(at).replace(/\b(?:must|may|can|should|is|are) not (?:to )?/i, ''), block.text.slice(first.end).trim(), at)
  }
}

/** “If …; if …”: two statements. */
function partsOf({block, start, end}: Span): Span[] {
  const spans: Span[] = []
  let from = start
  for (const {index, 0: mark} of block.text.slice(start, end).matchAll(/;\s+(?=(?:if|should|when)\b)/gi)) {
    spans.push(trimmed({block, start: from, end: start + index}))
    from = start + index + mark.length
  }
  return [...spans, trimmed({block, start: from, end})].filter(span => span.end > span.start)
}

function conditionOf(text: string): {clause: string; step: string} {
  const then = /^(?<clause>[^,;]{6,200}?(?:,\s(?:or|and)\s[^,;]{3,100}?)*),?\s+then\s+(?<step>.+)$/is.exec(text)?.groups
  if (then && opener.test(text)) return {clause: (then.clause ?? '').replace(opener, '').trim(), step: then.step ?? ''}
  const {trigger, step} = splitCondition(text)
  const clause = (trigger.split(' / ')[0] ?? '').replace(opener, '').trim()
  // “From today, if Lee shouts he leaves for his brother's”: no comma, and nothing else to be done.
  const unmarked = wordsOf(step).length <= 3 ? unmarkedStep.exec(clause)?.groups : undefined
  return unmarked ? {clause: unmarked.clause ?? '', step: `${step} ${unmarked.step ?? ''}`} : {clause, step}
}

/** Where somebody acts who is no part of the condition: “… he leaves”, not “… says he leaves” or “… while he works”. */
const unmarkedStep =
  /^(?<clause>\S+(?:\s\S+){1,14}?(?<!\b(?:that|when|where|while|whilst|if|who|whom|which|what|how|why|because|as|than|since|after|before|until|and|or|but|so|says?|said|thinks?|knows?|tells?|told|feels?|hears?|finds?|found|him|her|them|the|a|an|to|of|with|for|one|time|day|man|woman|people|person|someone|somebody|anyone|anybody|anything|something|everything|all|place|way|house|flat|drugs|tablets|work|step|course|things?)))\s(?<step>(?:he|she|they|we)\s(?!(?:had|has|have|is|are|was|were|did|does|do|can|could|cannot)\b)(?:will\s|must\s|should\s|are to\s)?\p{Ll}+.+)$/isu

/** `Lee at the flat → 999 at once`, `Dana found drunk: …`, `Dana is found drunk – …` */
function partedOf(text: string): {trigger: string; step: string} | null {
  const match = /^(?:[…\s]|\.{3})*(?<trigger>[^:→]{8,160}?)(?::|\s[→–—-]|\s->)\s(?<step>.+)$/su.exec(text)?.groups
  const trigger = match?.trigger?.trim() ?? ''
  return match && wordsOf(trigger).length >= 2 ? {trigger, step: match.step ?? ''} : null
}
