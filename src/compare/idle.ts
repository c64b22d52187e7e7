/** A cell for what is to be done that asks nobody to do anything: `None yet`, `To be agreed at the core group`, `Monitor`. */
import places from '../../rules/compare/worries.json' with {type: 'json'}

const any = (list: readonly string[]): string =>
  list
    .map(word => word.replaceAll(' ', '\\s+'))
    .sort((a, b) => b.length - a.length)
    .join('|')

const where = `(?:\\s+(?:at|in|by|with)\\s+(?:(?:the|our|next|first|a)\\s+)*(?:${any(places.nothingWhere)}))?`
const nothing = new RegExp(`^\\W*(?:${any(places.nothing)})(?:\\s+(?:${any(places.nothingAfter)}))?${where}\\W*$`, 'i')
const begins = new RegExp(`^\\W*(?:${any(places.nothingBegins)})\\b`, 'i')
/** Watching is something to do only where somebody is named who does it. */
const watch = new RegExp(
  `^\\W*(?:(?:all|everyone|everybody|professionals|agencies|the\\s+core\\s+group|core\\s+group|the\\s+network|we)\\s+(?:will\\s+)?)?(?:${any(places.watch)})\\b`,
  'i'
)

export function asksNothing(text: string, owner: string, isCrowd: boolean): boolean {
  if (!/\p{L}/u.test(text) || nothing.test(text) || begins.test(text)) return true
  return watch.test(text) && (owner === '' || isCrowd || watch.test(owner))
}
