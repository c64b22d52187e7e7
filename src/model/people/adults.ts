/** Parents, relatives and professionals: from fields, tables of people, the address of a letter, and the words of the text. */
import type {DocumentType} from '../../report.ts'
import {namesIn} from '../../text/names.ts'
import type {Field} from '../fields.ts'
import {headerLabel, type HeaderRole} from '../header-labels.ts'
import type {Block, Child, Span} from '../plan.ts'
import {textOf} from '../spans.ts'
import {type Entry, entriesIn} from './entries.ts'
import {learnFromText} from './introductions.ts'
import {namesPart} from './name-lists.ts'
import type {PeopleRow} from './people-tables.ts'
import {type Known, learn, type Registry, sexOf} from './registry.ts'
import {learnSpacedLine} from './spaced-lines.ts'
import {rolesIn, type Role} from './vocabulary.ts'

export interface AdultSources {
  blocks: readonly Block[]
  fields: readonly Field[]
  rows: readonly PeopleRow[]
  type: DocumentType
  children: readonly Child[]
}

/** Everybody but the children, in the order in which the document makes them known. */
export function adultsOf(sources: AdultSources): Known[] {
  const registry: Registry = {people: [], children: sources.children}
  for (const field of sources.fields) learnField(registry, field)
  for (const row of sources.rows) learnRow(registry, row)
  if (sources.type === 'letter-before-proceedings') learnAddress(registry, sources.blocks)
  for (const block of sources.blocks) learnSpacedLine(registry, block)
  for (const block of sources.blocks) learnFromText(registry, block)
  tellParentsApart(registry.people)
  return registry.people
}

const fieldGroups: Partial<Record<HeaderRole, string>> = {
  mother: 'mother',
  father: 'father',
  parent: 'parents',
  partner: 'partner',
  household: '',
  sibling: 'sibling'
}

function learnField(registry: Registry, {label, values}: Field): void {
  const role = headerLabel(label)?.role ?? null
  const group = role ? fieldGroups[role] : undefined
  const post = role ? null : postOf(label)
  const relation = role || post ? null : relationOf(label)
  if (group === undefined && !post && !relation) return
  for (const value of values) {
    const entries = entriesIn(namesPart(textOf(value)))
    // One post, one person: what follows the name is a team or a telephone number.
    for (const entry of post ? entries.slice(0, 1) : entries) {
      if (!entry.given && !entry.title && !entry.surname) continue
      const at = spanOf(entry, value)
      if (post) learn(registry, {...nameOf(entry), kind: 'professional', post, said: label.replace(/\s*\([^)]*\)/g, '').trim(), at})
      else if (relation)
        learnEntry(
          registry,
          entry,
          at,
          {kind: relation.relation?.kind === 'parent' ? 'parent' : 'relative', group: relation.relation?.group ?? ''},
          relation
        )
      else
        learnEntry(
          registry,
          entry,
          at,
          {kind: role === 'household' ? 'other' : role === 'sibling' ? 'relative' : 'parent', group: group ?? ''},
          null
        )
    }
  }
}

/** A label that is a post and little more: `Social worker`, `Allocated Social Worker (SW)`, `Chair/IRO`. */
function postOf(label: string): string | null {
  const plain = label
    .replace(/\([^)]*\)/g, '')
    .replace(/\bname of\b|['’]s name\b/gi, '')
    .trim()
  const [role] = rolesIn(plain)
  return role?.post && role.end - role.start >= plain.length * 0.45 ? role.post : null
}

function relationOf(label: string): Role | null {
  const [role] = rolesIn(label)
  return role?.relation && role.start === 0 && role.end >= label.trim().length - 2 ? role : null
}

function nameOf({title, given, surname, nickname}: Entry): Pick<Known, 'title' | 'given' | 'surname' | 'nickname'> {
  return {title, given, surname, nickname}
}

function spanOf(entry: Entry, value: Span): Span {
  return {block: value.block, start: value.start + entry.start, end: value.start + entry.end}
}

/** What is said beside the name (`Mum’s partner`) goes before what the label says. */
function learnEntry(registry: Registry, entry: Entry, at: Span, from: {kind: Known['kind']; group: string}, labelRole: Role | null): void {
  const own = entry.roles.find(({relation, post}) => post !== null || (relation !== null && relation.kind !== 'child')) ?? labelRole
  const group = own?.relation?.group ?? from.group
  learn(registry, {
    ...nameOf(entry),
    kind: own?.post ? 'professional' : own?.relation ? own.relation.kind : from.kind,
    post: own?.post ?? null,
    said: own?.text ?? null,
    sex: entry.sex ?? own?.relation?.sex ?? (group === 'mother' ? 'female' : group === 'father' ? 'male' : null),
    at,
    ...(group && {group}),
    ...(own?.relation && {word: own.text})
  })
}

function learnRow(registry: Registry, {entry, block, role, child}: PeopleRow): void {
  if (child) return
  const roles = [...rolesIn(role), ...entry.roles]
  const at = {block, start: entry.start, end: entry.end}
  learnEntry(registry, {...entry, roles}, at, {kind: role.trim() ? 'professional' : 'other', group: ''}, null)
}

/** `Ms Kirsty Pallister and Mr Dean Hoyle` over an address, `Dear Ms Pallister and Mr Hoyle`. */
function learnAddress(registry: Registry, blocks: readonly Block[]): void {
  const greeting = blocks.slice(0, 40).find(({text}) => /^\s*dear\b/i.test(text))
  if (!greeting) return
  const greeted = namesIn(greeting.text.replace(/^\s*dear\b/i, found => ' '.repeat(found.length)))
  for (const name of greeted)
    learn(registry, {...name, kind: 'parent', group: 'parents', at: {block: greeting, start: name.start, end: name.end}})
  for (const block of blocks.slice(0, greeting.index)) {
    for (const name of namesIn(block.text)) {
      const known = greeted.some(
        ({surname, given}) => (surname !== null && name.surname === surname && name.given) || (given !== null && given === name.given)
      )
      if (known) learn(registry, {...name, kind: 'parent', group: 'parents'})
    }
  }
}

/** Which of two parents is Mum and which Dad: by title, by what is said, by first name, or by the other one. */
function tellParentsApart(people: readonly Known[]): void {
  const parents = people.filter(({kind, groups}) => kind === 'parent' && !groups.has('partner'))
  for (const person of parents) {
    if (person.groups.has('mother') || person.groups.has('father')) continue
    const sex = sexOf(person)
    if (sex) person.groups.add(sex === 'female' ? 'mother' : 'father')
  }
  const [one, other, third] = parents
  if (!one || !other || third) return
  for (const [known, unknown] of [
    [one, other],
    [other, one]
  ] as const) {
    if (isTold(unknown) || !isTold(known)) continue
    unknown.groups.add(known.groups.has('mother') ? 'father' : 'mother')
  }
}

function isTold({groups}: Known): boolean {
  return groups.has('mother') || groups.has('father')
}
