/** News of who has the work, not of the work. */
import notes from '../../rules/compare/progress.json' with {type: 'json'}
import {createMatcher} from '../text/phrases.ts'

const matcher = createMatcher({handedOver: notes.handedOver})

/** Whether a text says that a worker left or another one came. */
export function tellsHandover(text: string): boolean {
  return matcher.match(text).length > 0
}
