/** The children a document is about, from the surest source that names any. */
import type {DocumentType} from '../../report.ts'
import {namesIn} from '../../text/names.ts'
import type {Field} from '../fields.ts'
import {headerLabel} from '../header-labels.ts'
import type {Block, Child} from '../plan.ts'
import {textOf} from '../spans.ts'
import type {Body} from './body.ts'
import {type Entry, entriesIn} from './entries.ts'
import {mergeChildren} from './merge-children.ts'
import {namesElsewhere, parentNames} from './left-out.ts'
import {namesPart} from './name-lists.ts'
import type {PeopleRow} from './people-tables.ts'
import {ageOn} from './ages.ts'
import {namedInHead, namedInHeadings, namedInText, salutedChildren} from './child-lines.ts'

export interface ChildSources {
  blocks: readonly Block[]
  fields: readonly Field[]
  rows: readonly PeopleRow[]
  type: DocumentType
  date: string | null
  body: Body
}

/** A name that may be a child's, with where it stands. */
export interface Candidate extends Entry {
  block: Block
}

export function childrenOf(sources: ChildSources): Child[] {
  const listed = usable([...fromFields(sources), ...fromRows(sources)], sources)
  const headed = usable(namedInHead(sources), sources)
  // Where the children are listed, a line in passing may name others: a brother, a friend.
  const sure = [...listed, ...headed.filter(({block}) => listed.length === 0 || block.kind === 'heading' || block.strong)]
  const found = sure.length > 0 ? sure : firstNonEmpty(sources)
  const children = mergeChildren(found, sources)
  // “STROUD / AZIZ” in a title is the family's names, not one more child.
  const surnames = new Set(children.map(({name}) => name.split(' ').slice(1).at(-1)?.toLowerCase()))
  return children.filter(({name, given}) => name !== given || !surnames.has(given.toLowerCase()))
}

function firstNonEmpty(sources: ChildSources): Candidate[] {
  for (const find of [salutedChildren, namedInText, namedInHeadings]) {
    const found = usable(find(sources), sources)
    if (found.length > 0) return found
  }
  return []
}

/** Who could be a child of this document: not a parent, not grown up, and with no plan of their own. */
function usable(candidates: readonly Candidate[], {blocks, fields, date}: ChildSources): Candidate[] {
  const elsewhere = namesElsewhere(blocks, fields)
  const grownUp = parentNames(blocks, fields)
  return candidates.filter(candidate => {
    const {given, roles, age, born, unborn} = candidate
    if (!given || candidate.title) return false
    if (roles.some(({relation, post}) => post !== null || relation?.kind === 'parent' || relation?.kind === 'relative') && !unborn) {
      const [first] = roles
      if (first?.relation?.kind !== 'child') return false
    }
    const years = age ?? (born && date ? ageOn(born, date) : null)
    if (years !== null && years > 18) return false
    return !elsewhere.has(given.toLowerCase()) && (years !== null || !grownUp.has(given.toLowerCase()))
  })
}

/** `Child(ren): …`, `Child 1: …` with the age or date of birth beside it, `Name:` where a date of birth follows. */
function fromFields({fields, blocks, type, body}: ChildSources): Candidate[] {
  const found: Candidate[] = []
  for (const [index, field] of fields.entries()) {
    const role = headerLabel(field.label)?.role
    const named = role === 'name' && isChildName(fields, index, blocks)
    if (role !== 'child' && !named && !(role === 'subject' && type !== 'unknown')) continue
    const entries = field.values.flatMap(value =>
      entriesIn(namesPart(textOf(value))).map(entry => ({
        ...entry,
        block: value.block,
        start: entry.start + value.start,
        end: entry.end + value.start
      }))
    )
    const kept = role === 'subject' ? entries.filter(entry => isSubject(entry, body)) : inverted(entries, body)
    const [only] = kept
    const beside = kept.length === 1 && only ? [withFacts(only, fields, index)] : kept
    found.push(...beside)
  }
  return found
}

function isSubject({given, born, age, unborn}: Entry, body: Body): boolean {
  return given !== null && (born !== null || age !== null || unborn || body.count(given) >= 3)
}

/** `Harris, Jake` where only Jake is used as a name afterwards. */
function inverted(entries: Candidate[], body: Body): Candidate[] {
  const [first, second] = entries
  if (entries.length !== 2 || !first?.given || !second?.given || first.surname || second.surname || first.age !== null || first.born)
    return entries
  const between = first.block.text.slice(first.end, second.start)
  if (!/^\s*,\s*$/.test(between) || body.count(second.given) < 2 || body.count(first.given) > 1) return entries
  return [{...second, surname: first.given}]
}

/** A bare `Name:` is a child's where a date of birth or an age follows and no relation of a grown-up. */
function isChildName(fields: readonly Field[], index: number, blocks: readonly Block[]): boolean {
  const field = fields[index] as Field
  if (field.block.index > 60 || field.block.index > blocks.length * 0.6) return false
  const after = following(fields, index)
  const relation = after.find(({label}) => headerLabel(label)?.role === 'relationship')
  if (relation && !/child|son|daughter|subject|self/i.test(relation.values.map(textOf).join(' '))) return false
  return (
    after.some(({label}) => ['born', 'age'].includes(headerLabel(label)?.role ?? '')) ||
    (/\bname\b/i.test(field.label) && field.block.index < 12)
  )
}

function following(fields: readonly Field[], index: number): Field[] {
  const after: Field[] = []
  for (const field of fields.slice(index + 1, index + 6)) {
    const role = headerLabel(field.label)?.role
    if (role === 'name' || role === 'child') break
    after.push(field)
  }
  return after
}

function withFacts(entry: Candidate, fields: readonly Field[], index: number): Candidate {
  let {born, age, sex, nickname, unborn, surname} = entry
  for (const {label, values} of following(fields, index)) {
    const role = headerLabel(label)?.role
    const text = values.map(textOf).join(' ')
    const [facts] = entriesIn(`Child, ${role === 'age' ? `aged ${text}` : text}`)
    if (role === 'born') {
      if (/\b(?:due|edd|unborn|expected)\b/i.test(`${label.replace(/\bor\b.*/i, '')} ${text}`)) unborn = true
      else born ??= facts?.born ?? entriesIn(`Ann, ${text}`)[0]?.born ?? null
      age ??= /\b(?:age|yrs?|years?)\b/i.test(text) ? (entriesIn(`Ann (${text})`)[0]?.age ?? null) : null
    } else if (role === 'age') age ??= entriesIn(`Ann, aged ${text}`)[0]?.age ?? null
    else if (role === 'sex') sex ??= /^\s*(?:f|g)/i.test(text) ? 'female' : /^\s*(?:m|b)/i.test(text) ? 'male' : null
    else if (role === 'surname') surname ??= namesIn(text)[0]?.given ?? null
    else if (role === 'nickname') nickname ??= /\p{Lu}[\p{L}'’-]+/u.exec(text)?.[0] ?? null
  }
  return {...entry, born, age, sex, nickname, unborn, surname}
}

/** Rows of a family table that say who is a child, by relation, or by an age where no relation is given. */
function fromRows({rows}: ChildSources): Candidate[] {
  return rows.filter(({child}) => child).map(({entry, block}) => ({...entry, block}))
}
