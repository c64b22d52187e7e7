/** A child's pronouns that do not fit. */
import {namesIn} from '../../text/names.ts'
import type {Block, Child, Plan, Span} from '../plan.ts'

const girl = /\b(?:she|her|hers|herself)\b/gi
const boy = /\b(?:he|him|his|himself)\b/gi
const counterparts: Readonly<Record<string, string>> = {
  he: 'she',
  him: 'her',
  his: 'her',
  himself: 'herself',
  she: 'he',
  her: 'his',
  hers: 'his',
  herself: 'himself'
}

/** How many fitting pronouns make a child's sex certain. */
const enough = 3

export interface PronounSlip {
  at: Span
  pronoun: string
  /** What it should be, roughly: `her` may stand for him or his. */
  right: string
}

/** Pronouns of the other sex in blocks about this child and nobody else. `isShared` says that a block has other people in it. */
export function pronounSlips(
  child: Child,
  {blocks, people}: Pick<Plan, 'blocks' | 'people'>,
  isShared: (block: Block) => boolean
): PronounSlip[] {
  if (!child.sex || child.unborn) return []
  const [right, wrong] = child.sex === 'female' ? [girl, boy] : [boy, girl]
  const slips: PronounSlip[] = []
  let sure = 0
  for (const block of blocks) {
    if (block.margin || !block.text.includes(child.given) || block.quotations.length > 0 || isShared(block)) continue
    const from = onlyMention(block, child, people)
    if (from === null) continue
    const after = block.text.slice(from)
    const fitting = after.match(right)?.length ?? 0
    sure += fitting
    const slip = fitting > 0 ? undefined : [...after.matchAll(wrong)][0]
    if (!slip) continue
    const start = from + slip.index
    slips.push({at: {block, start, end: start + slip[0].length}, pronoun: slip[0], right: counterparts[slip[0].toLowerCase()] ?? slip[0]})
  }
  return sure >= enough ? slips : []
}

/** Where the block first names the child, if it names nobody else. */
function onlyMention({text}: Block, child: Child, people: Plan['people']): number | null {
  const mentions = people.mentionsIn(text)
  if (mentions.some(({person}) => person !== child)) return null
  const strange = namesIn(text).some(({start}) => !mentions.some(mention => start >= mention.start && start < mention.end))
  return strange ? null : (mentions[0]?.start ?? null)
}
