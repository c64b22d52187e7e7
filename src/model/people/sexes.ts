/** Whether a child is a girl or a boy, where the document says so. */
import type {Block, Child, People} from '../plan.ts'

const female = /\b(?:she|her|hers|herself)\b/gi
const male = /\b(?:he|him|his|himself)\b/gi

/**
 * Counts the pronouns of sentences that name one child and nobody else, and of those after them in the paragraph that name nobody. Two
 * of one sort, with at most one in eight (or a single one) of the other, decide; a sex already known from the header stands.
 */
export function tellSexes(children: readonly Child[], blocks: readonly Block[], mentionsIn: People['mentionsIn']): void {
  if (children.every(({sex}) => sex !== null)) return
  const counts = new Map<Child, {female: number; male: number}>(children.map(child => [child, {female: 0, male: 0}]))
  for (const block of blocks) countIn(block, counts, mentionsIn)
  for (const [child, {female: girl, male: boy}] of counts) {
    if (child.sex !== null || girl + boy < 2) continue
    if (outweighs(girl, boy)) child.sex = 'female'
    else if (outweighs(boy, girl)) child.sex = 'male'
  }
}

/** One slip of the pen among three does not count. */
function outweighs(many: number, few: number): boolean {
  return few * 8 <= many || (few === 1 && many >= 3)
}

type Counts = Map<Child, {female: number; male: number}>

function countIn({text, sentences, quotations}: Block, counts: Counts, mentionsIn: People['mentionsIn']): void {
  if (!/\b(?:he|she|his|her|him|hers)\b/i.test(text)) return
  let current: Child | null = null
  for (const {start, end} of sentences) {
    const sentence = text.slice(start, end)
    const people = new Set(mentionsIn(sentence).map(({person}) => person))
    const [only] = people
    if (people.size === 1) current = counts.has(only as Child) ? (only as Child) : null
    else if (people.size > 1 || /\p{Ll} (?:and|or|called|named) \p{Lu}\p{Ll}/u.test(sentence)) current = null
    const count = current ? counts.get(current) : undefined
    if (!count || quotations.some(range => range.start < end && start < range.end)) continue
    count.female += sentence.match(female)?.length ?? 0
    count.male += sentence.match(male)?.length ?? 0
  }
}
