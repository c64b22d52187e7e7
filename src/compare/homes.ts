/** Addresses: a trigger says “14 Tanner Row”, the news “the flat” or “the front bedroom”. */
import type {Plan} from '../model/plan.ts'

const kinds =
  'Row|Lane|Street|St|Close|Road|Rd|Rise|Avenue|Ave|Court|Yard|Terrace|Gardens|Drive|Way|Place|Crescent|Hill|Square|Walk|Mews|View|Grove|Buildings|House|Gate|Green|Wharf|Reach|Parade|Quay'
const address = new RegExp(
  String.raw`(?<![\p{L}\d])(?:(?:Flat|Apartment)\s\d{1,4}\p{L}?,?\s(?:at\s)?)?(?:\d{1,4}\p{L}?,?\s)?(?<street>(?:\p{Lu}[\p{L}'’]+\s){1,2}?(?:${kinds}))(?![\p{L}\d])`,
  'gu'
)

/** Streets by name, lower case. */
export type Streets = ReadonlySet<string>

export function streetsIn(text: string): string[] {
  return [...text.matchAll(address)].map(({groups}) => streetOf(groups?.street ?? ''))
}

function streetOf(street: string): string {
  return street.toLowerCase().replace(/’/g, "'")
}

/** How many blocks at the head of a document tell who lives where. */
const head = 30
const homeLabel = /^\W*(?:(?:home|family|current|usual)\s+)?(?:address|home)\b|^\W*(?:lives?|living) (?:at|in)\b/i

/** Where the children live: what the head of the document calls their address, or the only address that stands there with a number. */
export function homesOf({blocks}: Plan): string[] {
  const front = blocks.slice(0, head).filter(({section}) => section.role !== 'plan' && section.role !== 'contingency')
  const labelled = front.filter((block, index) => homeLabel.test(block.table ? (front[index - 1]?.text ?? '') : block.text))
  const named = labelled.flatMap(({text}) => streetsIn(text))
  if (named[0]) return [named[0]]
  const numbered = new Set(
    front.flatMap(({text}) =>
      [...text.matchAll(address)].filter(({0: all}) => /\d/.test(all)).map(({groups}) => streetOf(groups?.street ?? ''))
    )
  )
  return numbered.size === 1 ? [...numbered] : []
}

/** A text with the given streets called what news calls a home. */
export function housed(text: string, streets: Streets): string {
  return text.replace(address, (all: string, street: string) => (streets.has(streetOf(street)) ? 'the house' : all))
}
