/** One record for each child, from every place that names them. */
import type {Child} from '../plan.ts'
import {ageOn} from './ages.ts'
import type {Body} from './body.ts'
import type {Candidate, ChildSources} from './children.ts'
import {isShortFor} from './strangers.ts'

export function mergeChildren(candidates: readonly Candidate[], {date, body}: Pick<ChildSources, 'date' | 'body'>): Child[] {
  const children: Child[] = []
  for (const candidate of candidates) {
    if (!candidate.given) continue
    const known = children.find(child => isSame(child, candidate))
    if (known) addFacts(known, candidate, body)
    else children.push(childOf(candidate, candidate.given, body))
  }
  for (const child of children) if (child.born && date) child.age ??= ageOn(child.born, date)
  return children
}

function childOf({surname, nickname, born, age, unborn, sex, block, start, end}: Candidate, given: string, body: Body): Child {
  return {
    kind: 'child',
    name: surname ? `${given} ${surname}` : given,
    given: usedName(given, nickname, body),
    born,
    age,
    unborn,
    sex,
    post: null,
    aliases: [given.toLowerCase(), ...(nickname ? [nickname.toLowerCase()] : [])],
    at: {block, start, end}
  }
}

/** The short form, where the text uses it and the full name stands only in the head. */
function usedName(given: string, nickname: string | null, body: Body): string {
  return nickname && body.count(nickname) >= 3 && body.count(given) <= 1 ? nickname : given
}

function addFacts(child: Child, {given, surname, nickname, born, age, sex}: Candidate, body: Body): void {
  child.born ??= born
  child.age ??= age
  child.sex ??= sex
  for (const name of [given, nickname]) if (name) child.aliases.push(name.toLowerCase())
  if (surname && !child.name.includes(' ')) child.name = `${child.name} ${surname}`
  if (given && given !== child.given && body.count(given) > body.count(child.given)) child.given = given
}

function isSame(child: Child, {given, surname, born, age, block}: Candidate): boolean {
  if (!given) return false
  const [one, two] = [child.given.toLowerCase(), given.toLowerCase()]
  if (child.unborn && /^(?:unborn )?baby$/.test(one) && /^(?:unborn )?baby$/.test(two)) return true
  if (child.aliases.includes(two)) return surnamesAgree(child, surname)
  // `TOBIAS (born …)` in the subject line, Toby in the text: one has a date of birth, the other is short for it.
  const apart = child.at?.block !== block && ((child.born ?? child.age) !== null) !== ((born ?? age) !== null)
  return apart && isShortFor(one, two) && surnamesAgree(child, surname)
}

function surnamesAgree({name}: Child, surname: string | null): boolean {
  const [, ...rest] = name.toLowerCase().split(' ')
  if (!surname || rest.length === 0) return true
  const own = rest.join(' ')
  return own.endsWith(surname.toLowerCase()) || surname.toLowerCase().endsWith(own)
}
