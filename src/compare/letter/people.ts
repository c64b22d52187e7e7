/** The people of a letter and its plan together: a letter may only name children whom the plan introduces. */
import type {People} from '../../model/plan.ts'

export function peopleOfBoth(letter: People, plan: People): People {
  const known = new Set(letter.children.map(({given}) => given))
  return {
    ...letter,
    children: [...letter.children, ...plan.children.filter(({given}) => !known.has(given))],
    mentionsIn: text => {
      const own = letter.mentionsIn(text)
      const more = plan.mentionsIn(text).filter(({start, end}) => !own.some(other => start < other.end && end > other.start))
      return [...own, ...more].sort((a, b) => a.start - b.start)
    }
  }
}
