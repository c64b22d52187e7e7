/** What headings and labels tell a comparison, beside what the model knows of them. */
import places from '../../rules/compare/places.json' with {type: 'json'}
import {createMatcher} from '../text/phrases.ts'

const matcher = createMatcher({news: places.news, told: places.told, worries: places.worries, aims: places.aims, tasks: places.tasks})

function holds(list: string, title: string): boolean {
  return matcher.match(title).some(match => match.list === list)
}

/** A heading that promises to tell what happened since the last plan. */
export function isNewsHeading(title: string): boolean {
  return holds('news', title)
}

/** A heading under which people tell what they heard and saw, be it new or not. */
export function isTellingHeading(title: string): boolean {
  return isNewsHeading(title) || (holds('told', title) && !isWorryHeading(title) && !isTaskHeading(title))
}

export function isWorryHeading(title: string): boolean {
  return holds('worries', title)
}

/** After it stands what is aimed for, not (`Progress against outcomes`) how far it was reached. */
export function isAimHeading(title: string): boolean {
  return holds('aims', title) && !isNewsHeading(title)
}

export function isTaskHeading(title: string): boolean {
  return holds('tasks', title)
}
