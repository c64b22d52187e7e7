/** Tasks that ask for something to be left undone, or for a place to be kept away from. */
import vocabulary from '../../../rules/compare/letter.json' with {type: 'json'}
import {createMatcher} from '../../text/phrases.ts'

const matcher = createMatcher({unless: vocabulary.unless})

const against = /^\W*no\s(?!later|more than|fewer|less)|\b(?:not|never|nobody|no (?:one|longer|more)|nothing|neither|\p{L}+n['’]t)\b/iu
/** What follows tells when, why or who, not what is to be done. */
const aside = /[,;]?\s(?:when(?:ever)?|if|(?:every|each|any) time|because|so (?:that|as)|in case|until|while|who|unless|as long as)\s.*$/iu
/** A sentence of its own; what follows it is said of something else. */
const firstSentence = /^(?:\S+\s+){3,}?\S+[.;](?=\s+\p{Lu})/u

/** Asks that something be left undone. */
export function isAgainst(words: string): boolean {
  const text = firstSentence.exec(words)?.[0] ?? words
  const main = /^\s*(?:if|when(?:ever)?|while|until)\b[^,]*,?/i.exec(text)?.[0]
  if (main) return against.test(main.endsWith(',') ? text.slice(main.length) : (/\b(?:do not|don['’]t|never)\b.*$/i.exec(main)?.[0] ?? ''))
  return against.test(text.replace(aside, ''))
}

const away =
  /\b(?:(?:[Ss]tay|[Kk]eep|stays|keeps) (?:right |well )?away from|(?:[Nn]ot|[Nn]ever) (?:to )?(?:go|come|be|return) (?:to|near|into|in|at|back to|inside)) (?:the |your |his |her )?(?<place>(?:\d+[a-z]?\s)?\p{L}+(?:\s\p{Lu}\p{L}+)*)/u

/** A place is to be kept away from, and to be gone to. */
export function isForbiddenPlace(first: string, second: string): boolean {
  return [
    [first, second],
    [second, first]
  ].some(([no = '', yes = '']) => {
    const place = away.exec(no)?.groups?.place
    if (!place || isAgainst(yes) || away.test(yes) || hasException(no) || hasException(yes)) return false
    return new RegExp(`\\b(?:at|to|from|in|into|out of|outside|inside)\\s(?:the |your |his |her )?${place}\\b`, 'i').test(yes)
  })
}

function hasException(text: string): boolean {
  return matcher.match(text).length > 0
}
