/** Who is who across versions: one plan says “Mum”, the next “Shannon”; the social worker stays one even where the name changes. */
import places from '../../rules/compare/places.json' with {type: 'json'}
import workers from '../../rules/compare/workers.json' with {type: 'json'}
import type {Block, Person, Plan, Span} from '../model/plan.ts'
import {labelText, trimmed, wholeBlock} from '../model/spans.ts'
import {wordsOf} from '../text/phrases.ts'

export interface Worker {
  name: string
  at: Span
}

/** A text with everybody called what the other version can know them by. */
export type Namer = (text: string) => string

const posts = new Set([...places.workers, ...workers.posts])
const proper = String.raw`(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.?\s)?(?:\p{Lu}\.\s?)*\p{Lu}[\p{L}'’-]*\p{L}(?:\s(?:\p{Lu}\.\s?)*\p{Lu}[\p{L}'’-]+){0,3}`
const properName = new RegExp(`^${proper}$`, 'u')
const any = (forms: readonly string[]): string => `(?:${forms.join('|')})`
const gone = new RegExp(String.raw`^[\s,(]*(?:who\s)?${any(workers.gone)}\b`, 'i')
const now = new RegExp(String.raw`\b${any(workers.now)}(?:\sby)?[\s:,]*(?:\d{1,2}\s)?(?:\p{L}+\s(?:\d{4}\s?)?)?$`, 'iu')

/** The child's social worker: by a label or a column, by a list of who is who, or in a sentence that says so. */
export function workerOf({blocks}: Plan): Worker | null {
  return labelled(blocks) ?? inTable(blocks) ?? inList(blocks) ?? inSentence(blocks)
}

function labelled(blocks: readonly Block[]): Worker | null {
  for (const block of blocks) {
    const from = isPost(labelText(block)) ? block.labelEnd : isPost(block.table?.heading ?? '') && !block.table?.header ? 0 : null
    const found = from === null ? null : nameIn(trimmed({block, start: from, end: block.text.length}))
    if (found) return found
  }
  return null
}

/** `Social worker | Ruth Okafor`, or the other way round. */
function inTable(blocks: readonly Block[]): Worker | null {
  for (const [index, block] of blocks.entries()) {
    // Who does an action stands beside what and when.
    if (!block.table || block.role === 'owner' || !isPost(block.text)) continue
    const {table, row, column} = block.table
    const isBeside = (other: Block | undefined): other is Block => other?.table?.table === table && other.table.row === row
    // Cells of a row follow one another.
    for (const other of [blocks[index + 1], ...blocks.slice(Math.max(0, index - 3), index).reverse()]) {
      if (!isBeside(other) || other.table?.column === column) continue
      const found = nameIn(wholeBlock(other))
      if (found) return found
    }
  }
  return null
}

/** The first name of a text that is all about one post; of two, the one who has it now. */
function nameIn({block, start, end}: Span): Worker | null {
  const text = block.text.slice(start, end)
  const names = namesOf(text)
  const isLead = names[0] && /^(?:was|now|currently|formerly|previously)?\s*$/i.test(text.slice(0, names[0].index))
  if (!names[0] || !isLead) return null
  const later = names.find(({index}, place) => place > 0 && now.test(text.slice(0, index)))
  const isPast = /^was\s/i.test(text) || gone.test(text.slice(names[0].index + names[0][0].length).replace(/^[\s,(]*/, ' '))
  const {index, 0: name} = (isPast || later) && later ? later : names[0]
  return {name, at: {block, start: start + index, end: start + index + name.length}}
}

const noNames = new Set(workers.noName)

/** Words with a capital that can be somebody's name. */
function namesOf(text: string): RegExpExecArray[] {
  return [...text.matchAll(new RegExp(proper, 'gu'))].filter(
    ({0: name}) => !noNames.has(wordsOf(name)[0]?.text ?? '') || /^(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.?\s/.test(name)
  )
}

/** `Ruth Okafor (social worker)`, `Ruth Okafor – social worker`, `Social worker Ruth Okafor`, near the head or under a label such as `Written by:`. */
function inList(blocks: readonly Block[]): Worker | null {
  for (const block of blocks) {
    if (!isFront(block)) continue
    for (const {index, 0: name} of namesOf(block.text.slice(block.labelEnd))) {
      const start = block.labelEnd + index
      const end = start + name.length
      const after = /^\s*(?:[,(:|]|[-–—])\s*(?<post>[^,;.()|·\n–—]{2,60})/u.exec(block.text.slice(end))?.groups?.post
      const at = {block, start, end}
      if (after !== undefined && isPost(after)) return {name, at}
    }
    const led = ledByPost(block)
    if (led) return led
  }
  return null
}

function isFront({section, labelEnd, index}: Block): boolean {
  return section.role === 'title' || section.role === 'people' || section.role === 'header' || (labelEnd > 0 && index < 40)
}

function ledByPost(block: Block): Worker | null {
  let from = 0
  for (const segment of block.text.split(/(?<=[|·;\n,])|(?<=\.\s)/)) {
    const match = /^\W*(?<post>(?:[\p{L}'’]+\s){1,4}?)(?:is\s|[-–—:]\s)?(?=\p{Lu})/u.exec(segment)
    // The post may itself begin with a capital: `Social Worker Ruth Okafor`.
    const words = /^\W*(?:social\s+worker|sw|key\s+worker|lead\s+practitioner)\s*(?:[-–—:]\s*)?/i.exec(segment)
    const lead = words ?? (match && isPost(match.groups?.post ?? '') ? match : null)
    const name = lead && new RegExp(`^${proper}`, 'u').exec(segment.slice(lead[0].length))?.[0]
    if (lead && name && namesOf(name).length > 0)
      return {name, at: {block, start: from + lead[0].length, end: from + lead[0].length + name.length}}
    from += segment.length
  }
  return null
}

/** “Ruth Okafor is the children's social worker”, “The social worker is Ruth Okafor”. */
function inSentence(blocks: readonly Block[]): Worker | null {
  const nameFirst = new RegExp(
    String.raw`(?<name>${proper})(?:,?\swho)?\s(?:is|has been|became|is now|has become)\s(?<post>(?:now\s)?[^,.;]{4,60}?)(?=[,.;]|\s(?:since|from|and|after|who)\b|$)`,
    'gu'
  )
  const postFirst = new RegExp(
    String.raw`\b(?<post>(?:\p{L}[\p{L}'’]*\s){1,4})(?:is|is now|has been|since \p{L}+ is)\s(?<name>${proper})`,
    'gu'
  )
  for (const block of blocks) {
    if (!/social worker|\bSW\b|key worker/i.test(block.text)) continue
    for (const pattern of [nameFirst, postFirst]) {
      for (const {index, 0: all, groups} of block.text.matchAll(pattern)) {
        const name = groups?.name ?? ''
        const start = index + all.indexOf(name)
        if (namesOf(name).length > 0 && isPost((groups?.post ?? '').replace(/^now\s/, '')))
          return {name, at: {block, start, end: start + name.length}}
      }
    }
  }
  return null
}

const leads = new Set(workers.lead)
const tail = new RegExp(String.raw`\s${any(workers.tail)}\b.*$`, 'i')

/** `Allocated social worker (since May)`, “Ella's social worker”, “social worker for both children”, `Lead practitioner for Ella (social worker)`. */
function isPost(label: string): boolean {
  const aside = /\((?<post>[^)]*)\)\W*$/.exec(label)?.groups?.post?.trim().toLowerCase()
  if (aside && posts.has(aside)) return true
  const plain = label
    .replace(/\([^)]*\)/g, '')
    .replace(/[’]/g, "'")
    .trim()
  for (const text of [plain, plain.replace(/\s*[/&].*$/, ''), plain.replace(tail, ''), plain.replace(/'s\s+name$/i, '')]) {
    let words = wordsOf(text).map(({text: word}) => word)
    if (words.length > 8) continue
    while (words.length > 0) {
      if (posts.has(words.join(' '))) return true
      const [first = ''] = words
      const isLead = leads.has(first) || (first.endsWith("'s") && /^\p{Lu}/u.test(text.trim()))
      if (!isLead) break
      words = words.slice(1)
    }
  }
  return false
}

/** Whether two names can be one person's: they share a name that is no title. */
export function isSameName(a: string, b: string): boolean {
  const names = new Set(nameWords(a))
  return nameWords(b).some(word => names.has(word))
}

const titles = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'pc', 'dc'])

function nameWords(name: string): string[] {
  return wordsOf(name).flatMap(({text}) => (titles.has(text) ? [] : [text.replace(/'s$/, '')]))
}

export function namer({people, children}: Plan, worker: Worker | null): Namer {
  const workerNames = new Set(worker ? nameWords(worker.name) : [])
  const isWorker = (person: Person): boolean =>
    (person.post !== null && posts.has(person.post.toLowerCase())) || nameWords(person.name).some(word => workerNames.has(word))
  const called = (person: Person, words: string): string => {
    if (isWorker(person)) return 'socialworker'
    if (person.kind === 'child' && children.length === 1) return 'thechild'
    const first = properName.test(person.name) && person.kind !== 'child' ? nameWords(person.name)[0] : undefined
    return first ? `${words} ${first}` : words
  }
  return text => {
    let named = ''
    let last = 0
    for (const {person, start, end} of people.mentionsIn(text)) {
      if (start < last) continue
      named += text.slice(last, start) + called(person, text.slice(start, end))
      last = end
    }
    return named + text.slice(last)
  }
}

/** Whether a block is about people or papers, not about the plan. */
export function isFrontMatter({section, margin, kind}: Block): boolean {
  return margin !== null || kind === 'heading' || section.role === 'people' || section.role === 'header' || section.role === 'agreement'
}
