/** Children named in lines near the top of a document: titles, subject lines, greetings, opening sentences, headings. */
import {titleWords} from '../document-type.ts'
import type {Block} from '../plan.ts'
import {namesIn} from '../../text/names.ts'
import type {Candidate, ChildSources} from './children.ts'
import {entriesIn, type Entry} from './entries.ts'

const headLength = 22

function headOf(blocks: readonly Block[]): Block[] {
  return blocks.filter(({margin}) => margin === null).slice(0, headLength)
}

/** Named with a date of birth or an age in a title or a line near the top, in the title itself, or alone on a bold line. */
export function namedInHead(sources: ChildSources): Candidate[] {
  const found: Candidate[] = []
  for (const block of headOf(sources.blocks)) {
    found.push(...withFacts(block, sources), ...inTitle(block, sources), ...onNameLine(block, sources))
  }
  return found
}

/** `JAYDEN HILL (d.o.b. 02-12-2010)`, `A letter about Laila (8 years old)`; a header cell with its date of birth beside it. */
function withFacts(block: Block, {blocks, body, date}: ChildSources): Candidate[] {
  const prose = block.sentences.length > 1 || /[.!?]\s*$/.test(block.text)
  if (prose && block.index > 12) return []
  const beside = block.table ? blocks[block.index + 1] : undefined
  const facts =
    beside?.table?.row === block.table?.row &&
    /^(?:born|d\.?o\.?b|date of birth|aged?\b|due|edd|\d{1,2} (?:years|months|weeks))/i.test(beside?.text ?? '')
  if (block.table && !facts) return []
  const text = facts ? `${block.text}, ${beside?.text}` : block.text.slice(0, 300)
  const entries = entriesIn(text)
  return (
    entries
      .map((entry, index) => ({entry, close: isClose(entry), index}))
      .filter(({entry, close}) => close && entry.given !== null && !entry.title && (!entry.roles.length || isChildRole(entry)))
      // “Letter with Tom – 13 November”: a day to come is no date of birth.
      .filter(({entry: {born, unborn}}) => unborn || born === null || date === null || born <= date)
      .filter(
        ({entry}) => entry.born !== null || entry.unborn || (entry.age !== null && (!prose || body.count(entry.given as string) >= 3))
      )
      .map(({entry}) => ({...entry, block, end: Math.min(entry.end, block.text.length)}))
  )
}

/** The date or age stands right behind the name, not somewhere in the sentence. */
function isClose({tail, unborn, given}: Entry): boolean {
  if (unborn && given && /baby/i.test(given)) return true
  return /^['’]?s?[\s,(–-]*(?:born|d\.?\s?o\.?\s?b\.?|date of birth|aged?|due|edd|unborn|who is|is|\d)/i.test(tail)
}

function isChildRole({roles}: Entry): boolean {
  return roles[0]?.relation?.kind === 'child'
}

/** `Zainab’s child in need plan`, `Child protection plan for Ella and Noah Reed`, `CIN plan: Ella Reed`. */
function inTitle(block: Block, {body, type}: ChildSources): Candidate[] {
  if (block.text.length > 140 || block.table || block.sentences.length > 1) return []
  const title = titleWords(block.text)
  if (!title) return []
  const entries = entriesIn(block.text)
  return entries
    .filter(entry => {
      if (!entry.given || entry.title || entry.roles.some(({post, relation}) => post !== null || relation?.kind === 'parent')) return false
      if (
        /\b(?:council|borough|county|city|trust|service|services|team)\b/i.test(
          block.text.slice(entry.end, entry.end + 30).split(/[–:|,-]/)[0] ?? ''
        )
      )
        return false
      const uses = body.count(entry.given) - (entry.capitals ? 0 : 1)
      if (entry.end <= title.start)
        return (
          /^['’]s?\s*$|^['’]s?\s*(?:and|&|updated|new|own|plan)\b/i.test(block.text.slice(entry.end, title.start)) ||
          (uses >= 3 && type !== 'unknown' && isBesideChild(entry, entries, block, title.start))
        )
      const lead = block.text.slice(title.start, entry.start)
      const isList = /[:–—|]\s*(?:\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?(?:,|\sand|\s&)\s+)*$/u.test(lead)
      const linked =
        isList || /\b(?:for|about|of|re|concerning|regarding)\b/i.test(lead) || /^\s*[:–—|,-]/.test(block.text.slice(title.end))
      return linked && (uses >= 2 || /\b(?:for|about)\b/i.test(lead))
    })
    .map(entry => ({...entry, block}))
}

/** `Ella and Noah’s plan`: Ella, too. `Ella Reed – child in need plan`. */
function isBesideChild(entry: Entry, entries: readonly Entry[], {text}: Block, titleStart: number): boolean {
  const next = entries.find(other => other.start >= entry.end)
  return /^\s*(?:[,–—|:-]|and|&)\s*$/i.test(text.slice(entry.end, next && next.start < titleStart ? next.start : titleStart))
}

/** A line that is a name and little more, in a plan that then uses the first name. */
function onNameLine(block: Block, {body, type}: ChildSources): Candidate[] {
  if (type === 'letter-before-proceedings' || type === 'unknown' || block.table || block.index > 8) return []
  if (!block.strong && block.kind !== 'heading') return []
  const entries = entriesIn(block.text)
  const [entry] = entries
  if (!entry?.given || entry.title || entry.start !== 0 || entry.roles.length > 0) return []
  const rest = block.text.slice(entry.end).trim()
  const alone = rest === '' || rest === '.' || entry.nickname !== null || /^(?:and|&|,)\s+\p{Lu}/u.test(rest)
  const used = body.count(entry.given) + (entry.nickname ? body.count(entry.nickname) : 0)
  if (!alone || (used < 3 && !entry.nickname)) return []
  // “Oscar, Tilly and Finn”, all of them.
  const joined: Entry[] = [entry]
  for (const next of entries.slice(1)) {
    const before = joined.at(-1) as Entry
    if (
      !next.given ||
      next.title ||
      !/^\s*(?:,|,?\s*and|&)\s*$/.test(block.text.slice(before.end, next.start)) ||
      body.count(next.given) < 3
    )
      break
    joined.push(next)
  }
  return joined.map(one => ({...one, block}))
}

/** `Dear Zainab,` in a plan that speaks to the child. */
export function salutedChildren({blocks, type}: ChildSources): Candidate[] {
  if (type === 'letter-before-proceedings') return []
  const head = headOf(blocks)
  const toParent = head.some(({text}) =>
    /\byour (?:children|child|son|daughter|baby|sons|daughters)\b(?! in need\b| protection\b)/i.test(text)
  )
  if (toParent) return []
  for (const block of head) {
    const match = /^\s*(?:dear|hello|hi)\s+/i.exec(block.text)
    if (!match || block.text.length > 80) continue
    const entries = entriesIn(block.text)
    if (entries.length > 0 && entries.every(({title}) => title === null)) return entries.map(entry => ({...entry, block}))
  }
  return []
}

const yours = 'your (?:child|children|son|sons|daughter|daughters|baby|little boy|little girl)(?: (?:boy|girl|son|daughter))?'
const theirs = '(?:the|these|our|both|two|three|all) (?:child|children|boys|girls|brothers|sisters)'
const about = '(?:worried|concerned|worries|concerns|letter|plan) (?:is )?(?:about|for)'
const caring = '(?:care of|social worker for|help|keep|support|safety of|needs of)'
const introduced = new RegExp(`(?:^(?:For|About)|\\b(?:${yours}|${theirs}|${about}|${caring}))\\s*[,:(]?\\s*(?=\\p{Lu})`, 'gu')

/** `your care of Mason and Evie`, `your children, Ada and Joe`, `the social worker for Laila and Yusuf`, in the first sentences. */
export function namedInText({blocks, body}: ChildSources): Candidate[] {
  const found: Candidate[] = []
  for (const block of headOf(blocks)) {
    for (const match of block.text.matchAll(introduced)) {
      const from = match.index + match[0].length
      const names = namesIn(block.text.slice(from))
      let end = 0
      for (const name of names) {
        if (!(end === 0 ? name.start === 0 : /^\s*(?:,|and|&|,\s*and)\s*$/.test(block.text.slice(from + end, from + name.start)))) break
        end = name.end
        const [entry] = entriesIn(block.text.slice(from + name.start, from + name.end))
        const used = (name.nickname ? body.count(name.nickname) : 0) + body.count(entry?.given ?? '')
        if (entry?.given && !name.title && used >= 3)
          found.push({...entry, nickname: entry.nickname ?? name.nickname, start: from + name.start, end: from + name.end, block})
      }
    }
  }
  return found
}

const want = 'what (?:we want|do we want|will be different|needs to change|will life be like) for'
const before = `(?:(?:all )?about|why (?:does|do|is|are)|${want}|seeing|visits to|visiting|how|what) .+`
const after = ".+?['’]s? (?:views|voice|wishes|words|needs|story|plan|worries|day|world|section)\\b"
const heading = new RegExp(`^(?:\\d+[.)]?\\s*)?(?:${before}$|${after})`, 'iu')

/** Names in headings such as `About Ruby and Jacob`, `Ella’s views`, that the text keeps using. */
export function namedInHeadings({blocks, body}: ChildSources): Candidate[] {
  const found: Candidate[] = []
  for (const block of blocks) {
    if (block.kind !== 'heading') continue
    if (!heading.test(block.text.trim())) continue
    for (const entry of entriesIn(block.text)) {
      if (entry.given && !entry.title && entry.roles.length === 0 && body.count(entry.given) >= 4) found.push({...entry, block})
    }
  }
  return found
}
