/** Who is who across versions: one plan says “Mum”, the next “Shannon”; the social worker stays one even where the name changes. */
import places from '../../rules/compare/places.json' with {type: 'json'}
import type {Block, Person, Plan, Span} from '../model/plan.ts'
import {labelText, trimmed} from '../model/spans.ts'
import {wordsOf} from '../text/phrases.ts'

export interface Worker {
  name: string
  at: Span
}

/** A text with everybody called what the other version can know them by. */
export type Namer = (text: string) => string

const posts = new Set(places.workers)
/** What can stand after the name on its line: a telephone number, a bracket, another field. */
const afterName = /\s*(?:[,;(|\d]|\s[-–—]\s|\.\s|\s{2,}).*$/su
const properName = /^(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.?\s)?\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+){0,3}$/u

/** The child's social worker, by the label that names one. */
export function workerOf({blocks}: Plan): Worker | null {
  for (const block of blocks) {
    const labelled = isPost(labelText(block))
      ? {from: block.labelEnd}
      : isPost(block.table?.heading ?? '') && !block.table?.header
        ? {from: 0}
        : null
    if (!labelled) continue
    const at = trimmed({block, start: labelled.from, end: block.text.length})
    const name = block.text.slice(at.start, at.end).replace(afterName, '').replace(/\.$/, '').trim()
    if (properName.test(name)) return {name, at: {block, start: at.start, end: at.start + name.length}}
  }
  return null
}

function isPost(label: string): boolean {
  return posts.has(
    wordsOf(label.replace(/\([^)]*\)/g, ''))
      .map(({text}) => text)
      .join(' ')
  )
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
