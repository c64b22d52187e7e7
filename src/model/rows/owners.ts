/** Who is to do something: from the owner's cell or label, from the words of the action, from a heading. */
import words from '../../../rules/vocabulary/action-words.json' with {type: 'json'}
import crowds from '../../../rules/vocabulary/crowds.json' with {type: 'json'}
import {timesIn} from '../../text/dates.ts'
import {namesIn} from '../../text/names.ts'
import {createMatcher, type PhraseEntry, wordsOf} from '../../text/phrases.ts'
import type {Owner, People, Person, Section, Span} from '../plan.ts'
import {textOf, wholeBlock} from '../spans.ts'
import {likelySex} from '../people/registry.ts'
import {beginsWithVerb, grammarOf} from './action-words.ts'

interface CrowdEntry extends PhraseEntry {
  kind: string
}

const getting = new Set(words.gettingVerbs)
const matcher = createMatcher({crowds: crowds.entries as CrowdEntry[]})

/** What an owner's text is when it is nobody in particular; null when it may name somebody. */
export function crowdKind(text: string): 'crowd' | 'agency' | 'blank' | null {
  const words = wordsOf(text)
  const first = words[0]
  const last = words.at(-1)
  if (!first || !last) return 'blank'
  const whole = matcher.match(text).find(match => match.start === first.start && match.end === last.end)
  return whole ? ((whole.entry as CrowdEntry).kind as 'crowd' | 'agency' | 'blank') : null
}

/** Owners written in a cell, a label or a bracket. Blank or `TBC` gives none. */
export function ownersIn(span: Span, people: People): Owner[] {
  const text = textOf(span)
  const named = people.mentionsIn(text).map(({person}) => person)
  if (named.length > 0) return [{kind: 'named', text: text.trim(), people: unique(named), at: span}]
  const parts = text.split(/\s*(?:[,;/&+\n]|\band\b|\bor\b)\s*/i).filter(part => part.trim())
  const kinds = parts.map(part => crowdKind(part))
  const whole = crowdKind(text)
  if (whole === 'blank' || (parts.length > 0 && kinds.every(kind => kind === 'blank'))) return []
  if (kinds.some(kind => kind === null) && whole === null) return [{kind: 'named', text: text.trim(), people: [], at: span}]
  const kind = whole === 'agency' || (whole === null && kinds.includes('agency')) ? 'agency' : 'crowd'
  return [{kind, text: text.trim(), people: [], at: span}]
}

const leadingCondition = /^\s*(?:if|when(?:ever)?|(?:each|every) time|once)\b[^,.;]{3,90},\s+(?=\p{L})/iu
const namedWord = "\\p{Lu}[\\p{L}'’-]+"
const title = '(?:Dr|Mr|Mrs|Ms|Miss|Mx|PC|DC|Sr|Nurse)\\.?\\s+'
const beside = `\\s+\\([^()]{2,50}\\)|,[^,]{3,40},|\\s+(?:at|from|of)\\s+(?:the\\s+)?${namedWord}(?:\\s${namedWord}){0,3}`
/** `Dr Maddox writes …`, `Ahmed Rafiq (housing) fits …`, `Ngozi at Weir House knocks …`: somebody we have not met, doing something. */
const strangerActing = new RegExp(
  `^\\s*(?<who>${title}${namedWord}(?:\\s${namedWord})?|${namedWord}(?:\\s${namedWord}){1,2}|${namedWord}(?=${beside}))(?:${beside})?\\s+(?:also\\s+)?\\p{Ll}+s\\s`,
  'u'
)

/** The owner an action names itself: its subject, or the person after “by”, or the bracket at its end; else who a later sentence says will act. */
export function ownersInAction(whole: Span, people: People): Owner[] {
  const own = ownersInTask(whole, people)
  return own.some(({kind}) => kind === 'named') ? own : (ownerInLaterSentence(whole, people) ?? own)
}

/** `Family meeting: not held yet. I will set it up.` */
function ownerInLaterSentence({block, start, end}: Span, people: People): Owner[] | null {
  for (const range of block.sentences) {
    if (range.start <= start || range.end > end) continue
    const at = {block, ...range}
    const {subject, passive, thing} = grammarOf(textOf(at))
    if (!subject || passive || thing) continue
    const named = people.mentionsIn(subject).map(({person}) => person)
    const acts = /^I$/.test(subject) || (named.length > 0 && named.every(({kind}) => kind !== 'child'))
    if (acts) return [{kind: 'named', text: subject, people: unique(named), at}]
  }
  return null
}

function ownersInTask(whole: Span, people: People): Owner[] {
  const {block} = whole
  const labelled = block.labelEnd > whole.start && block.labelEnd < whole.end
  if (labelled) {
    // “Mum: ring the dentist” and “Agreed at the meeting: Donna will ring Nan”
    const label = people.mentionsIn(block.text.slice(whole.start, block.labelEnd))
    if (label[0]?.start === 0)
      return [{kind: 'named', text: label[0].person.name, people: unique(label.map(({person}) => person)), at: whole}]
  }
  const own = labelled ? {block, start: block.labelEnd, end: whole.end} : whole
  // “If a row starts, Kieran will leave”: who acts stands after the condition.
  const condition = leadingCondition.exec(textOf(own))?.[0].length ?? leadingTime(textOf(own))
  const span = {...own, start: own.start + condition}
  const text = textOf(span)
  const bracket = ownerInBracket(span, people)
  if (bracket) return [bracket]
  const {subject, verb, passive, thing} = grammarOf(text)
  if (subject && !passive) {
    const owner = ownerOfSubject(subject, span, people, thing, verb !== null && getting.has(verb.split(' ')[0] ?? ''))
    if (owner) return [owner]
  }
  if (subject === null) {
    const leading = leadingPerson(text, people) ?? namesBeforeTime(text)
    if (leading) return [{kind: 'named', text: leading.text, people: leading.people, at: span}]
    const stranger = strangerActing.exec(text)?.groups?.who?.trim()
    const alone = /^\s*(\p{Lu}[\p{L}'’-]+)\s+(?:also\s+)?(?:does|has|is|\p{Ll}+s)\s/u.exec(text)?.[1]
    const acts =
      /^\s*\p{Lu}\S+\s+(?:also\s+)?\p{Ll}+s\s+(?:to\s+)?(?:the|a|an|his|her|their|each|every|one|two|three|him|them|\p{Lu})/u.test(text)
    if (alone && crowdKind(alone) === null && (acts || likelySex(alone) !== null))
      return [{kind: 'named', text: alone, people: [], at: span}]
    if (stranger && !beginsWithVerb(text) && crowdKind(stranger) === null) return [{kind: 'named', text: stranger, people: [], at: span}]
    const crowd = leadingCrowd(text)
    if (crowd) return [{kind: 'crowd', text: crowd, people: [], at: span}]
  }
  const self = passive || subject === null ? /\bby (me|us both)\b/i.exec(text)?.[1] : undefined
  if (self) return [{kind: 'named', text: self, people: [], at: span}]
  const agent = byAgent(text, people)
  if (agent.length > 0) return [{kind: 'named', text: agent[0]?.name ?? '', people: agent, at: span}]
  const team = passive ? byTeam.exec(text)?.[1] : undefined
  if (team) return [{kind: 'named', text: team, people: [], at: span}]
  // “The boiler and the wiring in the hall: Holm Homes to put right”
  const named = subject === null ? thingFirst.exec(text)?.[0].length : undefined
  return named === undefined ? [] : ownersInAction({...span, start: span.start + named}, people)
}

const thingFirst = /^[^.:;?!]{3,80}:\s+(?=\p{Lu})/u

/** How long the time is that an action begins with: `On Fridays Mrs Bell …`, `Every evening Dad …`. */
function leadingTime(text: string): number {
  if (!/^\s*(?:on|at|by|from|in|within|every|each|once|twice)\b/i.test(text)) return 0
  const [time] = timesIn(text, null)
  if (!time || !/^\s*(?:\p{L}+\s)?$/u.test(text.slice(0, time.start))) return 0
  return time.end + (/^[\s,]+/.exec(text.slice(time.end))?.[0].length ?? 0)
}

/** `breathalysed by Linden House staff`, `fitted by the Homes Together repairs team`: a team with a name. */
const byTeam = /\bby (?:the )?((?:\p{Lu}[\p{L}’'-]+ ){1,4}(?:\p{Ll}+ )?(?:staff|team|workers?|service))\b/u

function ownerOfSubject(subject: string, span: Span, people: People, thing: boolean, gets: boolean): Owner | null {
  const mentions = people.mentionsIn(subject)
  // “Jacob to have his own room”: he is who it is for, not who does it.
  if ((thing || gets) && mentions.length > 0 && mentions.every(({person}) => person.kind === 'child')) return null
  if (mentions.length > 0) return {kind: 'named', text: subject, people: unique(mentions.map(({person}) => person)), at: span}
  const kind = crowdKind(subject)
  if (kind === 'crowd' || kind === 'agency') return {kind, text: subject, people: [], at: span}
  if (/^(?:I|we|you|he|she|they|one of you|both of you)\b/i.test(subject)) return {kind: 'named', text: subject, people: [], at: span}
  return thing || kind === 'blank' ? null : {kind: 'named', text: subject, people: [], at: span}
}

/** `Mum sees Dr Lowry`, `Mum and Dad: …`: somebody named at the very start, with no verb form that we look for. */
function leadingPerson(text: string, people: People): {text: string; people: Person[]} | null {
  if (/^(?:I|we)(?:\s|['’])/i.test(text.trim())) return {text: text.trim().split(/\s/)[0] as string, people: []}
  const first = people.mentionsIn(text.slice(0, 90))[0]
  if (!first || text.slice(0, first.start).trim().split(/\s+/).filter(Boolean).length > 1 || beginsWithVerb(text)) return null
  // “Letter to Mum”, “Mum’s phone”: the person is not who acts.
  if (/^\s*['’]s?\b/.test(text.slice(first.end))) return null
  const all = people
    .mentionsIn(text.slice(0, first.end + 40))
    .filter(({start}) => /^(?:[\s,&/]|\band\b|\bor\b)*$/.test(text.slice(first.end, start)) || start === first.start)
  return {text: text.slice(first.start, first.end), people: unique(all.map(({person}) => person))}
}

/** `Kim and Leah, Wednesdays`: people we have not met, and nothing but a time beside them. */
function namesBeforeTime(text: string): {text: string; people: Person[]} | null {
  const cut = /,\s|\s[–—-]\s/.exec(text)
  if (!cut) return null
  const first = text.slice(0, cut.index)
  const isTime = timesIn(text.slice(cut.index + cut[0].length), null)[0]?.start === 0
  return isTime && /\s(?:and|&)\s/.test(first) && isNames(first) ? {text: first, people: []} : null
}

/** Names of people with a title or a known first name, and nothing else: `Turning Corners` is a service. */
function isNames(text: string): boolean {
  const names = namesIn(text)
  if (names.some(({title: said, given}) => !said && likelySex(given ?? '') === null)) return false
  const between = names.reduceRight((rest, {start, end}) => rest.slice(0, start) + rest.slice(end), text)
  return names.length > 0 && /^(?:\s|,|&|\/|\band\b)*$/.test(between)
}

function leadingCrowd(text: string): string | null {
  const match = matcher.match(text)[0]
  return match && match.start <= 1 && (match.entry as CrowdEntry).kind === 'crowd' ? text.slice(match.start, match.end) : null
}

function byAgent(text: string, people: People): Person[] {
  for (const {person, start} of people.mentionsIn(text)) {
    if (/\b(?:by|from)\s+(?:the\s+|his\s+|her\s+|their\s+)?$/i.test(text.slice(0, start)) && person.kind !== 'child') return [person]
  }
  return []
}

/** `Thornmoss fire station`: a name and what it is the name of. */
const place =
  /^\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)*(?: \p{Ll}+){0,2} (?:station|school|nursery|college|clinic|surgery|hospital|centre|service|team|project|council|association|charity|library|church|club|crew)$/u

/** `… (Mum, by 4 March)` or `… – Mum, by 4 March`: an owner after the action. */
function ownerInBracket(span: Span, people: People): Owner | null {
  const text = textOf(span)
  const match =
    /(?:[([]([^()[\]]{2,70})[)\]]|\s[–—-]\s([^–—.]{2,50}))[\s.]*$/.exec(text) ??
    // “Fit the gate (Sam Reed, by 15 May). It was delivered in April.”
    /^[^.;:()]{8,160}\(([^()]{2,70})\)\.\s(?=\p{Lu})/u.exec(text)
  const inner = match?.[1] ?? match?.[2]
  if (!match || !inner) return null
  const first = inner.split(/[,;:–—]/)[0]?.trim() ?? ''
  const mentions = people.mentionsIn(first)
  const words = first.split(/\s+/).length
  if (mentions.length > 0 && words <= 6 && (mentions[0]?.start ?? 9) <= 4)
    return {kind: 'named', text: first, people: unique(mentions.map(({person}) => person)), at: span}
  // “(Tomos, by Friday 10 October)”: somebody we have not met, with a time beside the name.
  const rest = inner.slice(first.length)
  if (
    (/^(?:\p{Lu}[\p{L}’'-]+)(?: (?:and )?\p{Lu}[\p{L}’'-]+){0,2}$/u.test(first) || place.test(first)) &&
    timesIn(rest, null).length > 0 &&
    crowdKind(first) === null &&
    timesIn(first, null).length === 0
  ) {
    return {kind: 'named', text: first, people: [], at: span}
  }
  const kind = crowdKind(first)
  return kind === 'crowd' || kind === 'agency' ? {kind, text: first, people: [], at: span} : null
}

function unique(people: readonly Person[]): Person[] {
  return [...new Set(people)]
}

/** `What Mum will do`, `Mum`, `Social worker to:` give the actions below to that person. */
export function heldByHeading({heading}: Section, people: People): Owner | null {
  if (!heading) return null
  const text = heading.text.replace(/[:\s]+$/, '')
  const mentions = people.mentionsIn(text)
  const doing = /\b(?:will|to|must|should|needs? to|agrees?|do|actions?|tasks?)\b/i.test(text)
  const [first] = mentions
  if (first && (doing || first.end - first.start >= text.length - 2) && first.person.kind !== 'child') {
    return {kind: 'named', text, people: mentions.map(({person}) => person), at: wholeBlock(heading)}
  }
  return doing && /^\s*what (?:we|i)(?:\b|['’])/i.test(text) ? {kind: 'named', text, people: [], at: wholeBlock(heading)} : null
}

/** `Mum: …`: a label that names who does what follows. */
export function labelOwner(label: string, people: People): Owner | null {
  if (label.split(/\s+/).length > 5) return null
  const mentions = people.mentionsIn(label)
  const first = mentions[0]
  if (!first && isNames(label)) return {kind: 'named', text: label, people: [], at: null}
  if (!first || first.start > 4 || /^['’]s?\b/.test(label.slice(first.end))) return null
  return {kind: 'named', text: label, people: mentions.map(({person}) => person), at: null}
}

const joining = /^(?:and|with|or|from|at|of|the|plus|to|her|his|their|your|my|both)$/i

/** `Rhian and Gareth – give a sample`: where the words end that name who acts, and where the task begins. A child is whom it is for. */
export function leadingOwner(text: string, people: People): {end: number; from: number} | null {
  const cut = /^\s*(\p{Lu}[^–—:.;!?]{1,60}?)\s[–—-]\s+(?=\S)/u.exec(text)
  const lead = cut?.[1]
  if (!cut || !lead) return null
  // “Olive Speight, Elm Lane nursery”: what stands behind the name tells more of it.
  const named = lead.split(/,\s|\s\(/)[0] ?? ''
  const mentions = people.mentionsIn(named)
  const left = mentions.reduceRight((rest, {start, end}) => rest.slice(0, start) + rest.slice(end), named)
  const onlyNames = (left.match(/[\p{L}'’-]+/gu) ?? []).every(word => joining.test(word) || /^\p{Lu}/u.test(word))
  const isWho = mentions[0]?.start === 0 && onlyNames && mentions.some(({person}) => person.kind !== 'child')
  const end = cut[0].indexOf(lead) + lead.length
  // “Glenda – drives Kit to the clinic”: somebody we have not met.
  const acts = /^\p{Lu}\p{Ll}+$/u.test(named) && crowdKind(named) === null && /^\p{Ll}+s\s/u.test(text.slice(cut[0].length))
  return isWho || acts || isNames(named) ? {end, from: cut[0].length} : null
}
