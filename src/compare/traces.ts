/** Whether the newer plan speaks of an action anywhere: then it has not gone without a word, though nobody can tell what came of it. */
import type {Block} from '../model/plan.ts'
import type {Action} from './things.ts'
import type {Version} from './version.ts'
import {coverage, type Stems, stemsOf, type Weigh} from './words.ts'

/** How much of an action's words must stand together, in how many words that tell something. */
const enough = 0.36
const fewest = 2
const telling = 0.5

export function isSpokenOf({stems}: Action, {plan, nameIn}: Version, names: Stems, weigh: Weigh): boolean {
  const own = new Set([...stems].filter(stem => !names.has(stem)))
  return plan.blocks.some(
    block =>
      !isApart(block) &&
      sentencesOf(block).some(sentence => {
        const told = stemsOf(nameIn(sentence))
        const both = [...own].filter(stem => told.has(stem) && weigh(stem) >= telling)
        return both.length >= fewest && coverage(own, told, weigh) >= enough
      })
  )
}

/** A worry tells what is wrong, not what is to be done; a heading names what many things are about. */
function isApart({role, kind, table}: Block): boolean {
  return role === 'worry' || kind === 'heading' || table?.header === true
}

function sentencesOf({sentences, text}: Block): string[] {
  return sentences.length === 0 ? [text] : sentences.map(({start, end}) => text.slice(start, end))
}
