/** What a letter before proceedings says, wherever it says it: legal advice, help, the family, and what the council may do. */
import type {Span} from '../plan.ts'
import {type Line, lineOf} from './lines.ts'
import {wholeBlock} from '../spans.ts'

type Say = (line: Line, index: number, lines: readonly Line[]) => boolean

function firstSaying(lines: readonly Line[], say: Say): Span | null {
  return lines.find(say)?.at ?? null
}

/** Where the parent is told to see a solicitor. */
export function solicitorOf(lines: readonly Line[]): Span | null {
  return firstSaying(lines, line => speaksOfLawyer(line) && line.has('see-lawyer'))
}

/** The council's own lawyers help the council, not the parent. */
function speaksOfLawyer(line: Line): boolean {
  const own = line.words.filter(({list}) => list === 'own-lawyer')
  return line.words.some(({list, start, end}) => list === 'lawyer' && !own.some(other => start >= other.start && end <= other.end))
}

/** Where it says that legal advice costs this reader nothing; “may be eligible” does not. */
export function freeAdviceOf(lines: readonly Line[]): Span | null {
  return firstSaying(lines, (line, index) => {
    const not = line.words.filter(({list}) => list === 'not-free')
    const free = line.words.some(({list, start, end}) => list === 'free' && !not.some(other => start < other.end && end > other.start))
    if (!free || isHedged(line)) return false
    const near = [lines[index - 1], lines[index - 2], lines[index - 3], lines[index + 1]].filter(
      other => other?.block.section === line.block.section
    )
    return isLegal(line) || (pointsBack.test(line.text) && near.some(other => other && isLegal(other)))
  })
}

/** `It is free`, `You will not have to pay`: said of what stands beside it. */
const pointsBack =
  /^\s*(?:it|this|that|these|they|you|there|the (?:government|cost|advice|first)|because|all|so|and|whatever|your|their|for|if)\b/i

function isLegal(line: Line): boolean {
  return speaksOfLawyer(line) || /\blegal aid\b/i.test(line.text)
}

function isHedged(line: Line): boolean {
  const isUntested = /\b(?:not?|non|without)[\s-](?:a )?means/i.test(line.text)
  return line.has('hedge') && !isUntested
}

/** Where it says when or why the council would ask the court. */
export function consequenceOf(lines: readonly Line[]): Span | null {
  return firstSaying(lines, (line, index) => {
    if (!line.has('court') || !line.has('asks-court') || !line.has('council') || isBehind(line.text)) return false
    if (line.has('condition')) return true
    const before = lines[index - 1]
    if (before?.block === line.block && before.has('condition')) return true
    const {heading} = line.block.section
    return heading !== null && /\b(?:if|unless)\b/i.test(heading.text)
  })
}

const past = /\b(?:went to court|court (?:found|decided|made|heard|granted)|(?:was|were) (?:made|granted))\b/i

/** An order made years ago is no consequence. */
function isBehind(text: string): boolean {
  return past.test(text) && !/\b(?:may|might|will|could|would)\b/i.test(text)
}

const otherFamily =
  /^\s+(?:support|centre|center|court|hub|help|solicitor|law|worker|rights|team|life|home|therap\w+|intervention|nurse|assessment|history|members? (?:was|were))/i
const done = /\b(?:was|were|did not|didn['’]t|declined|refused|cancelled|took place|held|attended|has been)\b/i

/** Where it asks about relatives or friends who could help or care for the child, or offers a family meeting. */
export function familyOf(lines: readonly Line[]): Span | null {
  return firstSaying(lines, line => {
    if (line.has('family-meeting') && (!done.test(line.text) || line.has('offer'))) return true
    if (!line.words.some(({list, end}) => list === 'relatives' && !otherFamily.test(line.text.slice(end)))) return false
    if (line.has('companion') && !/\bnames?\b/i.test(line.text)) return false
    return line.has('could-help') && (line.has('asks-family') || line.text.includes('?'))
  })
}

const elsewhere = new Set(['concerns', 'background', 'chronology', 'legal-advice', 'family', 'consequence', 'meeting', 'title'])
const refusal = /\b(?:must|need to|needs to|have to|should|expect)\b/i

/** Where it says what help the council has given or will give; “support has been provided” is no help one could name. */
export function supportOf(lines: readonly Line[]): Span | null {
  return (
    inSupportSection(lines) ??
    firstSaying(lines, line => {
      const {role} = line.block.section
      if (
        role === 'support' ||
        elsewhere.has(role) ||
        line.block.role === 'concern' ||
        (refusal.test(line.text) && !/\bwe\b/i.test(line.text))
      )
        return false
      return line.has('giver') && line.has('gives') && line.has('help-thing')
    }) ??
    firstSaying(
      lines,
      line => elsewhere.has(line.block.section.role) && weGive.test(line.text) && line.has('help-thing') && line.has('gives')
    )
  )
}

const weGive = /\bwe (?:will|have|can|paid|gave|offered|arranged)\b|\bwe['’](?:ll|ve)\b/i

function inSupportSection(lines: readonly Line[]): Span | null {
  for (const {block} of lines) {
    if (block.section.role !== 'support' || block.role === 'label') continue
    const whole = lineOf(wholeBlock(block))
    if (whole.has('help-thing') || isNamed(whole)) return whole.at
  }
  return null
}

/** A person or service by name, doing something: `Kwame sees Jayden at the gym`. */
function isNamed({text, has}: Line): boolean {
  return has('gives') && (/\s\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+/u.test(text) || /\d/.test(text.replace(/^\s*\(?\d[\d.]*[.)]?\s/, '')))
}
