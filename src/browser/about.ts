/** What a document is, in one line. */
import type {DocumentReport} from '../index.ts'
import {longDate} from '../wording.ts'
import wording from './wording.json' with {type: 'json'}
import {listed, say} from './wording.ts'

export function aboutText({type, children, date}: DocumentReport): string {
  const names = listed(children.map(({name}) => name))
  const about = names ? say(wording.about.for, {type: wording.types[type], children: names}) : wording.types[type]
  return about + (date ? say(wording.about.dated, {date: longDate(date)}) : wording.about.undated)
}
