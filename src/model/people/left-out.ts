/** Names that look like children of the document and are not. */
import type {Field} from '../fields.ts'
import {headerLabel} from '../header-labels.ts'
import type {Block} from '../plan.ts'
import {textOf} from '../spans.ts'
import {entriesIn} from './entries.ts'
import {namesPart} from './name-lists.ts'

const name = "(\\p{Lu}[\\p{L}’'-]+?)(?:['’]s)?"
const has = '(?:has|have|had|is on|is subject to|got|will have)'
const own = '(?:(?:his|her|their)\\s+own|a\\s+separate|another)'
const notThis = 'is\\s+(?:not\\s+(?:part of|on|covered by|in)\\s+this\\s+plan|on\\s+(?:a|another)\\s+(?:separate|different)\\s+plan)'
const kindOfPlan = '(?:child in need |child protection |safety |family )?plan'
/** `Idris has his own plan`, `Mo, her brother, is not part of this plan`. */
const ownPlan = new RegExp(`\\b${name}(?:,[^.,]{1,40},)?\\s+(?:${has}\\s+${own}\\s+${kindOfPlan}|${notThis})`, 'gu')

const parent = '(?:mum|mother|mam|dad|father|stepdad|stepmum|partner)'
const ownedParent = `\\b(?:his|her|their|my|your) ${parent},? (\\p{Lu}[\\p{L}'’-]+)(?=[,.;)]| and\\b)`
const parentWithName = "\\b(?:[Mm]um|[Mm]other|[Dd]ad|[Ff]ather) \\((\\p{Lu}[\\p{L}'’-]+)"
const nameWithParent = `\\b(\\p{Lu}[\\p{L}'’-]+) \\((?:(?:the|her|his|their) )?${parent}\\b`
const anyParent = new RegExp(parent, 'i')
/** `his mum, Hannah,`, `Dad (Darren)`, `Hannah (Mum`. */
const parentInText = new RegExp(`${ownedParent}|${parentWithName}|${nameWithParent}`, 'gu')

/** Brothers and sisters with a plan of their own, or named only as living elsewhere. */
export function namesElsewhere(blocks: readonly Block[], fields: readonly Field[]): Set<string> {
  const names = new Set<string>()
  for (const {text} of blocks)
    if (text.includes('plan')) for (const match of text.matchAll(ownPlan)) names.add((match[1] as string).toLowerCase())
  const children = new Set(
    fields.filter(({label}) => headerLabel(label)?.role === 'child').flatMap(({values}) => values.flatMap(value => givenIn(textOf(value))))
  )
  for (const {label, values} of fields) {
    if (headerLabel(label)?.role !== 'sibling') continue
    for (const value of values) for (const name of givenIn(textOf(value))) if (!children.has(name)) names.add(name)
  }
  return names
}

/** First names of parents, by label or as the text makes them known. */
export function parentNames(blocks: readonly Block[], fields: readonly Field[]): Set<string> {
  const names = new Set<string>()
  for (const {label, values} of fields) {
    if (!['mother', 'father', 'parent', 'partner'].includes(headerLabel(label)?.role ?? '')) continue
    for (const value of values) for (const name of givenIn(namesPart(textOf(value)))) names.add(name)
  }
  for (const {text} of blocks) {
    if (!anyParent.test(text)) continue
    for (const match of text.matchAll(parentInText))
      names.add(((match[1] ?? match[2] ?? match[3]) as string).replace(/['’]s$/, '').toLowerCase())
  }
  return names
}

function givenIn(text: string): string[] {
  return entriesIn(text).flatMap(({given}) => (given ? [given.toLowerCase()] : []))
}
