/** Whether an action is still the same person's job: told by name in one plan and by post in the other, or handed over. */
import words from '../../rules/compare/owners.json' with {type: 'json'}
import given from '../../rules/vocabulary/given-names.json' with {type: 'json'}
import {crowdKind} from '../model/rows/owners.ts'
import {wordsOf} from '../text/phrases.ts'
import {isSameName} from './people.ts'
import {tellsHandover} from './handover.ts'
import type {Action} from './things.ts'
import type {Version} from './version.ts'

const givenNames = new Set(given.entries.map(({name}) => name.toLowerCase()))
const posts = new Set(words.posts)
const heads = new Set(words.heads)
const organisations = new Set(words.organisations)
const relations = new Set(words.relations)
const shortForms = new Map<string, number[]>()
for (const [index, line] of words.short.entries())
  for (const name of line.split(' ')) shortForms.set(name, [...(shortForms.get(name) ?? []), index])
const titles = new Set([
  'mr',
  'mrs',
  'ms',
  'miss',
  'mx',
  'dr',
  'pc',
  'dc',
  'the',
  'and',
  'or',
  'of',
  'at',
  'for',
  'with',
  'from',
  'in',
  'a',
  's'
])

export interface Said {
  /** Proper names, lower case. */
  names: Set<string>
  /** Words for a post or a relative. */
  roles: Set<string>
}

const isRole = (word: string): boolean => posts.has(plain(word)) || relations.has(plain(word))

/** `Contact worker`, `Asthma nurse`: a capital because it comes first, before a small word, and nobody's name. */
function isFirstOfPost(found: readonly {text: string; start: number}[], index: number, owner: string): boolean {
  const next = found[index + 1]
  return index === 0 && next !== undefined && /\p{Ll}/u.test(owner[next.start] ?? '') && !givenNames.has(plain(found[0]?.text ?? ''))
}

/** What an owner's cell or words say. */
export function saidOf(owner: string): Said {
  const said: Said = {names: new Set(), roles: new Set()}
  // Where somebody works is not who it is.
  const who = owner.replace(/(?<=\S)\s+(?:at|from)\s.*$/s, '')
  const found = wordsOf(who)
  for (const [index, {text, start}] of found.entries()) {
    const word = plain(text)
    // “Jordan’s mum” does not name Jordan.
    if (titles.has(word) || word.length < 2 || (word !== text && isRole(found[index + 1]?.text ?? ''))) continue
    if (posts.has(word) || relations.has(word)) said.roles.add(word)
    else if (/\p{Lu}/u.test(who[start] ?? '') && !isFirstOfPost(found, index, who)) said.names.add(word)
    else said.roles.add(word)
  }
  return said
}

const plain = (word: string): string => word.replace(/['’]s?$/, '')

function isOneName(a: string, b: string): boolean {
  if (a === b) return true
  const lines = shortForms.get(b) ?? []
  if ((shortForms.get(a) ?? []).some(line => lines.includes(line))) return true
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short.length >= 3 && long.startsWith(short)
}

/** Where both give a first name and a surname, the first names count: two of a family share the other. */
function sharesName(a: Said, b: Said): boolean {
  const [first, second] = [[...a.names], [...b.names]]
  if (first.length === 2 && second.length === 2 && first[1] === second[1]) return isOneName(first[0] as string, second[0] as string)
  return first.some(name => second.some(other => isOneName(name, other)))
}

/** A person's job that has become a team's is nobody's in particular. */
const team = /\b(?:team|service|services|agency)\s*$/i

/** No owner, a crowd, or a place where one is still missing: `Not known – housing to say`, `TBC (Downs Homes)`. */
export function isNobodys({owner, isCrowd}: Pick<Action, 'owner' | 'isCrowd'>): boolean {
  return owner === '' || isCrowd || crowdKind(owner.split(/\s[-–—]\s|[,;:(]/)[0] ?? '') === 'blank'
}

/** Nobody of those named before is named now. Where nobody was, nobody can be lost. */
export function hasNewOwner(older: Action, newer: Action, before: Version, after: Version): boolean {
  if (older.owner === '' || older.isCrowd) return false
  if (isWorker(older, before) && isWorker(newer, after)) return false
  const was = saidOf(spelledOut(older.owner, before))
  if (isHandedOver(was, newer)) return true
  // “Toby goes to the clinic with his mum” does not make it the child's job.
  if (!newer.isOwnerGiven && after.plan.children.some(({given: name}) => isSameName(name, newer.owner))) return false
  // “At the weekly visit Olu checks the chart” names her, wherever in the sentence.
  if (!newer.isOwnerGiven && wordsOf(newer.text).some(({text}) => was.names.has(plain(text)))) return false
  if (was.names.size === 0 && !newer.isOwnerGiven && [...older.ownerStems].some(stem => newer.stems.has(stem))) return false
  if (isNobodys(newer)) return newer.isOwnerGiven || !isLinked(was, saidOf(newer.text), [after])
  if (team.test(newer.owner) && !team.test(older.owner)) return true
  const now = saidOf(spelledOut(newer.owner, after))
  if (isParentOf(was, now, before, after)) return false
  if (was.names.size > 0 && now.names.size > 0) return !sharesName(was, now) && !isLinked(was, now, [before, after])
  if (sharesName(was, now)) return false
  const shared = [...older.ownerStems].filter(stem => newer.ownerStems.has(stem) && !posts.has(stem) && !titles.has(stem))
  if (shared.length > 0 && !isOnlyPosts(shared)) return false
  // A name in one plan and a post in the other are two people only if both plans say more.
  if (was.names.size > 0 || now.names.size > 0)
    return was.roles.size > 0 && now.roles.size > 0 && !isLinked(was, now, [before, after]) && !sharesPost(was, now, older, newer)
  return ![...was.roles].some(role => now.roles.has(role))
}

const parentWords: Readonly<Record<string, 'female' | 'male'>> = {
  mum: 'female',
  mother: 'female',
  mam: 'female',
  dad: 'male',
  father: 'male'
}

/** “Mum” in one plan, Chantelle in the other, who is a parent and not known to be a man. */
function isParentOf(was: Said, now: Said, ...versions: readonly Version[]): boolean {
  const [named, other] = was.names.size > 0 ? [was, now] : [now, was]
  const sex = [...other.roles].map(role => parentWords[role]).find(found => found !== undefined)
  if (!sex || other.names.size > 0 || named.names.size === 0) return false
  const parents = versions.flatMap(({plan}) => plan.people.parents)
  return parents.some(
    parent => parent.sex !== (sex === 'female' ? 'male' : 'female') && [...named.names].some(name => isSameName(name, parent.name))
  )
}

/** `KF` as Kayleigh Frost and `Ms Frost` as well, where the plan names one person of these letters; what a bracket tells of a handover is no owner. */
function spelledOut(owner: string, {plan: {people}}: Version): string {
  const plainOwner = owner.replace(/\([^()]*\)/g, aside => (tellsHandover(aside) ? '' : aside))
  const known = [...people.parents, ...people.others].map(({name}) => name)
  const titled = plainOwner.replace(/\b(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.?\s(?<surname>\p{Lu}[\p{L}'’-]+)/gu, (whole, surname: string) => {
    const fitting = known.filter(name => name.endsWith(` ${surname}`) && !/^(?:Mr|Mrs|Ms|Miss|Mx|Dr)\b/.test(name))
    return fitting.length === 1 ? (fitting[0] as string) : whole
  })
  return titled.replace(/\b\p{Lu}{2,3}\b/gu, letters => {
    // Of a parent the plan may give no surname.
    const fitting = [...people.parents, ...people.others].filter(
      ({name, kind}) => initialsOf(name) === letters || (kind === 'parent' && letters.length === 2 && initialsOf(name) === letters[0])
    )
    return fitting.length === 1 ? (fitting[0]?.name ?? letters) : letters
  })
}

function initialsOf(name: string): string {
  return [...name.matchAll(/\b\p{Lu}/gu)].map(([letter]) => letter).join('')
}

/** A new social worker is told once, not for each of her actions. */
const workerPost = /^(?:(?:the|your|my|our|allocated|lead|named)\s)*(?:sw|social worker|key ?worker)\b/i

function isWorker({owner}: Action, {worker}: Version): boolean {
  return workerPost.test(owner) || (worker !== null && isSameName(owner, worker.name))
}

function isOnlyPosts(stems: readonly string[]): boolean {
  return stems.every(stem => [...posts].some(post => post.startsWith(stem)))
}

/** The names of an action's owner, neither parent nor social worker, who has nothing else to do in the plan; null for another. */
export function onlyOwnerOf({owner, isCrowd}: Action, {actions, worker, plan}: Version): ReadonlySet<string> | null {
  if (owner === '' || isCrowd || (worker && isSameName(owner, worker.name))) return null
  if (plan.people.parents.some(({name}) => isSameName(name, owner))) return null
  const said = saidOf(owner)
  const own = actions.filter(other => sharesName(said, saidOf(other.owner)))
  // Of `Ina Rees, Northgate Homes` the person is meant: others of the firm do other things.
  const {names} = saidOf(owner.split(/[,(]/)[0] ?? '')
  return own.length === 1 && names.size > 0 ? names : null
}

/** `Joan Pell, in place of Carol`, `this was going to be Bex`: the words before a name that tell who had it. */
const instead = new RegExp(
  String.raw`(?:\b(?:${words.instead.join('|')})\s|\(was\s)(?:(?:by|for|with)\s)?(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.?\s)?(?<name>\p{Lu}[\p{L}'’-]+)`,
  'gu'
)

/** `now that Miss Tolley has left`, `Kelly has taken this over from Pauline`: the note names who had it. */
export function isHandedOver(was: Said, {text, owner, time, progress}: Action): boolean {
  if (was.names.size === 0) return false
  const note = `${text}. ${owner}. ${time.text ?? ''}. ${progress}`
  if ([...note.matchAll(instead)].some(({groups}) => was.names.has(plain((groups?.name ?? '').toLowerCase())))) return true
  return note
    .split(/(?<=[.;!?])\s+/)
    .some(sentence => tellsHandover(sentence) && [...saidOf(sentence).names].some(name => was.names.has(name)))
}

/** A post told with the one name, as in “Mrs Lyle, learning mentor, will …”, holds the words of the other owner’s post. */
function sharesPost(was: Said, now: Said, older: Action, newer: Action): boolean {
  const isNamedFirst = was.names.size > 0
  const needed = isNamedFirst ? now.roles : was.roles
  const named = isNamedFirst ? was.roles : now.roles
  const told = new Set([...named, ...saidOf((isNamedFirst ? older : newer).text).roles])
  const shared = [...needed].filter(
    role => !organisations.has(role) && (told.has(role) || [...told].some(other => other.startsWith(role.slice(0, 5))))
  )
  if (shared.length === 0) return false
  // A school nurse and an asthma nurse share their last word only.
  const before = (roles: ReadonlySet<string>): string[] => [...roles].filter(role => !heads.has(role))
  const isOther = before(needed).length > 0 && before(named).length > 0 && !before(needed).some(role => named.has(role))
  return !(isOther && shared.every(role => heads.has(role)))
}

const besideEachOther = 70

/** Whether a document names the one beside the other: `Sandra Tully (Jordan’s mum)`, `Kit Sumner, young people’s drugs worker`. */
function isLinked(was: Said, now: Said, versions: readonly Version[]): boolean {
  const [named, other] = was.names.size > 0 ? [was, now] : [now, was]
  const byName = other.names.size > 0
  const wanted = byName ? other.names : other.roles
  if (named.names.size === 0 || wanted.size === 0) return false
  const least = Math.min(byName ? 1 : 2, wanted.size)
  return versions.some(({plan}) =>
    plan.blocks.some(({text}) =>
      wordsOf(text).some(({text: word, start, end}) => {
        if (!named.names.has(plain(word))) return false
        const asides = byName ? [bracketAfter(text, end)] : [asideAfter(text, end), asideBefore(text, start)]
        return asides.some(
          aside =>
            new Set(
              wordsOf(aside)
                .map(found => plain(found.text))
                .filter(found => wanted.has(found))
            ).size >= least
        )
      })
    )
  )
}

/** What a bracket, comma, dash or “is” adds to a name, up to the next stop. */
function asideAfter(text: string, end: number): string {
  const rest = text.slice(end, end + besideEachOther)
  return /^(?:['’]s)?(?:\s\p{Lu}[\p{L}'’-]+)*\s*(?:[,(–—:-]|is\b|who is\b)\s*([^.;()]*)/u.exec(rest)?.[1] ?? ''
}

/** `Jordan’s mum, Sandra`: what stands before the name, back to the last stop. */
function asideBefore(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - besideEachOther / 2), start)
  // “Mum, with Priya” are two people.
  return /\b(?:with|and|beside|to|from|by|for)\s+$/i.test(before) ? '' : (/([^.;:()]*?)[,\s(]*$/u.exec(before)?.[1] ?? '')
}

/** Two names with a comma between them are two people. */
function bracketAfter(text: string, end: number): string {
  const rest = text.slice(end, end + besideEachOther)
  return /^(?:\s\p{Lu}[\p{L}'’-]+)*\s*(?:\(|known as\s|called\s)["“'‘]?(\p{Lu}[\p{L}'’-]+)/u.exec(rest)?.[1] ?? ''
}
