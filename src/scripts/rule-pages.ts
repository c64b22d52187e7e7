/** What the offline page says of each rule, taken from its folder: why it matters, an example of each kind, where it comes from. */
import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {rules} from '../index.ts'

export interface RulePage {
  id: string
  description: string
  why: string
  /** The words of an example in a row of parts; null where the fault is that something is missing from the whole document. */
  reported: {text: string; isMarked: boolean}[] | null
  clean: string | null
  sources: string[]
  /** What a finding of this rule expects are words that can stand in the place of others, for a person to choose from. */
  givesWords: boolean
}

/** Rules whose every suggestion is a plain word for a hard one. */
const wordRules = ['complex-wording']

export function rulePages(): RulePage[] {
  return rules.map(({meta: {id, description, sources}}) => {
    const text = readFileSync(fileURLToPath(new URL(`../../rules/${id}/README.md`, import.meta.url)), 'utf8')
    const fences = [...text.matchAll(/^```(reported|clean)([^\n]*)\n([\s\S]*?)^```$/gm)]
    const reported = fences.find(([, kind, , body = '']) => kind === 'reported' && body.includes('«'))?.[3]
    const clean = fences.find(([, kind, attributes = '']) => kind === 'clean' && !attributes.includes('shown=no'))?.[3]
    return {
      id,
      description,
      why: whyIn(text),
      reported: reported ? partsOf(lineWith(reported, '«')) : null,
      clean: clean ? plain(shownLine(clean)) : null,
      sources: sources.map(source => source.replace(/^S\d+: /, '')),
      givesWords: wordRules.includes(id)
    }
  })
}

/** The first paragraph under “Why a parent needs it”, or that under the title. */
function whyIn(text: string): string {
  const body = /^## Why a parent needs it\n+([\s\S]*?)\n\n/m.exec(text)?.[1] ?? /^# .*\n+([\s\S]*?)\n\n/.exec(text)?.[1] ?? ''
  return plain(body).replace(/[*`_]/g, '')
}

function lineWith(text: string, sign: string): string {
  return text.split('\n').find(line => line.includes(sign)) ?? ''
}

/** The last line that says something, which is what an example is about: what stands before it only makes it a plan. */
function shownLine(text: string): string {
  return text.split('\n').findLast(line => line.trim() !== '') ?? ''
}

function partsOf(line: string): {text: string; isMarked: boolean}[] {
  return plain(line)
    .split(/(?=«)|(?<=»)/)
    .map(part => ({text: part.replace(/[«»]/g, ''), isMarked: part.startsWith('«')}))
}

/** A row of a table as its cells, one after the other; blank ones show as such. */
function plain(line: string): string {
  const row = /^\s*\|(.*)\|\s*$/.exec(line)?.[1]
  const cells = row?.split('|').map(cell => cell.trim() || '(blank)')
  return (cells?.join(' · ') ?? line.replace(/^\s*(?:[-*]|\d+\.) /, '')).replace(/\s+/g, ' ').trim()
}
