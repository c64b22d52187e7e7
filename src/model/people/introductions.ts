/** How running text makes people known: `Nan (Sue)`, `my mum, Andrea`, `Kwame Asante, youth worker`, `Mrs Tandy (SENCO)`. */
import {namesIn, type WrittenName} from '../../text/names.ts'
import {namesBody} from '../../text/proper-names.ts'
import type {Block} from '../plan.ts'
import {learn, likelySex, type Registry} from './registry.ts'
import {rolesIn, type Role} from './vocabulary.ts'

/** Learns from every name of a block that stands beside a relation or a post, and from names with a title. */
export function learnFromText(registry: Registry, block: Block): void {
  const {text} = block
  if (!/\p{Lu}\p{Ll}/u.test(text)) return
  const names = namesIn(text)
  if (names.length === 0) return
  const roles = rolesIn(text).filter(({relation}) => relation?.kind !== 'child')
  for (const name of names) {
    // “her ELSA (a teaching assistant)”: an acronym, not a name.
    if (name.capitals && text !== text.toUpperCase()) continue
    if (!name.title && namesBody(text.slice(name.start, name.end))) continue
    const role = roles.find(other => isBeside(other, name, block))
    if (role) learnRole(registry, name, role, block)
    else if (name.title)
      learn(registry, {
        ...name,
        ...(professionalTitle.test(name.title) && {kind: 'professional' as const}),
        at: {block, start: name.start, end: name.end}
      })
  }
  const author =
    /\b[Mm]y name is (\p{Lu}[\p{L}’'-]+)(?: \p{Lu}[\p{L}’'-]+)?[^.]{0,20}\b(?:and I(?:['’]m| am))? ?(?:your|the|a)? ?(social worker)/u.exec(
      text
    )
  if (author?.[1])
    learn(registry, {
      title: null,
      given: author[1],
      surname: null,
      nickname: null,
      kind: 'professional',
      post: 'Social worker',
      said: 'social worker'
    })
}

const professionalTitle = /^(?:dr|doctor|prof|professor|pc|dc|ds|sgt|insp|sr|cllr|coach)$/i

function learnRole(registry: Registry, name: WrittenName, role: Role, block: Block): void {
  const at = {block, start: name.start, end: name.end}
  if (role.post) learn(registry, {...name, kind: 'professional', post: role.post, said: role.text, at})
  else if (role.relation) {
    const {group, sex} = role.relation
    // “a carer called Precious” is paid to come.
    const kind = group === 'carers' ? 'other' : role.relation.kind
    learn(registry, {...name, kind, group, word: role.text, said: role.text, ...(sex && {sex}), at})
  }
}

const determiner = '(?:(?:the|his|her|their|my|your|our|its|a|an|who is|is|is the|as)\\s+(?:\\p{L}+\\s){0,2})'
const roleThenName = /^(?:[ \u00a0]{1,2}|\s*\(\s*|\s*[–-]\s+|\s+(?:(?:is\s+)?(?:called|named))\s+)$/u
const nameThenRole = new RegExp(
  `^(?:\\s*\\(\\s*${determiner}?(?:\\p{L}+['’]s?\\s+)?|\\s*[,–-]\\s*${determiner}(?:\\p{L}+['’]s?\\s+)?|,\\s*who is\\s+${determiner}?)$`,
  'u'
)
const owned = /\b(?:my|his|her|their|your|our|the|[\p{L}-]+['’]s)\s+(?:\p{L}+\s){0,2}$/u

function isBeside(role: Role, name: WrittenName, {text, table, label}: Block): boolean {
  if (role.end <= name.start) {
    const between = text.slice(role.end, name.start)
    // “Mum is Hayley”, not “Mum is Polish”.
    if (/^\s+(?:is|was)\s+$/.test(between) && name.given && likelySex(name.given) !== null) return !isPossessor(text, role)
    if (roleThenName.test(between)) return !/['’]s?$/.test(role.text) && !isPossessor(text, role)
    // “his health visitor, Pat Whalley, says”: owned, and closed again.
    return (
      /^,\s+$/.test(between) &&
      owned.test(text.slice(0, role.start)) &&
      /^(?:['’]s)?\s*(?:[,.;)–]|and\b|$)/.test(text.slice(name.end)) &&
      !isList(text, name)
    )
  }
  if (role.start < name.end) return false
  const between = text.slice(name.end, role.start)
  if (nameThenRole.test(between)) return true
  // A cell or list item that is nothing but `Kwame Asante, youth worker` or `Mr Shah – head of year`.
  const whole = name.start === 0 && text.length - role.end < 30 && (table !== null || label !== null || text.length < 60)
  return whole && name.given !== null && name.surname !== null && /^\s*[,–:-]\s*$/.test(between)
}

/** “Mum’s partner Gary” is one role; “the social worker’s Ella” none. */
function isPossessor(text: string, role: Role): boolean {
  return /^['’]s\b/.test(text.slice(role.end))
}

/** “Mum, Gary, Femi and Sr Maguire”: a list of people, not one person said twice. */
function isList(text: string, name: WrittenName): boolean {
  const after = text.slice(name.end)
  return /^,\s+(?:\p{Lu}|and\s+\p{Lu})/u.test(after) && namesIn(after.slice(0, 60))[0]?.start === /\p{Lu}/u.exec(after)?.index
}
