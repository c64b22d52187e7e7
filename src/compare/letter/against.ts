/** Tasks that ask for something to be left undone, or for a place to be kept away from. */
import vocabulary from '../../../rules/compare/letter.json' with {type: 'json'}
import {createMatcher} from '../../text/phrases.ts'

const matcher = createMatcher({unless: vocabulary.unless})

/** What was not done, what is a limit, and what must not be left out forbid nothing: `they have not been yet`, `do not miss any`. */
const allowed = String.raw`\s(?:later|more than|fewer|less|only|just|(?:to )?(?:miss|forget|skip|fail|be late|put off|cancel))\b`
const against = new RegExp(
  String.raw`(?:^\W*|\b(?:have|has|having|be|is|are)\s)no\b(?!${allowed})|(?<!\b(?:has|have|had|was|were|did|or)\s)\b(?:not|never|nobody|no (?:one|longer|more)|nothing|neither)\b(?!${allowed})|\bnothing (?:\p{Ll}+ )?to do with\b|\b(?:do|does|must|should|ca|wo|is|are|ai|need)n['’]t\b(?!${allowed})`,
  'iu'
)
/** What follows tells when, why or who, not what is to be done. */
const aside =
  /[,;]?\s(?:when(?:ever)?|if|(?:(?:on|at) )?(?:every|each|any) (?:school )?(?:time|day|night|morning|afternoon|evening|occasion)s?|because|so (?:that|as)|in case|until|while|who|unless|as long as)\s.*$/iu
/** A sentence of its own; what follows it is said of something else. */
const firstSentence = /^(?:\S+\s+){2,}?\S+[.;](?=\s+\p{Lu})/u

const reason =
  /,?\s(?:because|so (?:that|as)|in case|even if|whatever|whether or not|as (?:he|she|they|you|it|this|that|\p{Lu}\p{Ll}+) (?:is|are|was|has|have|will|can|must))\b.*$/u

/** What a task asks for, without reasons and without the details in the sentences after it. */
export function askIn(words: string): string {
  return (firstSentence.exec(words)?.[0] ?? words).replace(reason, '')
}

/** `Put her down in her cot and never on the sofa` first asks for something. */
const butNot = /^((?:\S+\s){2,}?\S+?)(?:,|,?\s(?:and|but))\s(?:please\s)?(?:do not|don['’]t|never|not|no)\b/i

/** Asks that something be left undone. */
export function isAgainst(words: string): boolean {
  return forbidsSomething(butNot.exec(askIn(words))?.[1] ?? words)
}

/** The same, be it only after something that is to be done. */
export function forbidsSomething(words: string): boolean {
  const text = askIn(words)
  const main = /^\s*(?:if|when(?:ever)?|while|until)\b[^,]*,?/i.exec(text)?.[0]
  if (main) return against.test(main.endsWith(',') ? text.slice(main.length) : (/\b(?:do not|don['’]t|never)\b.*$/i.exec(main)?.[0] ?? ''))
  return against.test(text.replace(aside, ''))
}

const kept = String.raw`(?:yourself|(?:the|your|both|either|any of the|all the)\s(?:\p{Ll}+\s)?(?:children|child|boys|girls|twins|baby)|him|her|them|\p{Lu}\p{Ll}+(?:(?:,\s|\s(?:and|or)\s)\p{Lu}\p{Ll}+)*)`
/** An address, a name or a word: `6 Weir Row`, `the Crown pub`, `Gran Pike’s house`, `the nursery`. */
const somewhere = String.raw`(?:the |your |his |her |their )?(?<number>\d+[a-z]?\s)?(?<place>\p{L}+(?:['’]s)?(?:\s\p{Lu}\p{L}+(?:['’]s)?)*)`
const away = [
  String.raw`\b(?:[Ss]tays?|[Kk]eeps?) (?:${kept}(?: and ${kept})? )?(?:right |well )?(?:away from|out of) ${somewhere}`,
  String.raw`\b(?:[Nn]ot|[Nn]ever) (?:to )?(?:(?:go|come|be|return) (?:to|near|into|in|at|back to|inside)|visit|enter|set foot in) ${somewhere}`,
  String.raw`\b(?:[Nn]ot|[Nn]ever) (?:to )?(?:take|bring|leave|send|drop|be taken|be brought|be left|be sent) (?:${kept} )?(?:to|into|in|at|near) ${somewhere}`
].map(pattern => new RegExp(pattern, 'u'))
/** Where everybody may be, and no place at all. */
const noPlace = /^(?:home|bed|night|any|all|time|least|work|risk|front|charge|sight|touch)$/i

interface Place {
  number: string
  name: string
}

function keptFrom(text: string): Place | null {
  for (const pattern of away) {
    const {place, number = ''} = pattern.exec(text)?.groups ?? {}
    if (place !== undefined && !noPlace.test(place)) return {number, name: place}
  }
  return null
}

/** A place is to be kept away from, and to be gone to. */
export function isForbiddenPlace(first: string, second: string): boolean {
  return [
    [first, second],
    [second, first]
  ].some(([no = '', yes = '']) => {
    const place = keptFrom(no)
    if (!place || isAgainst(yes) || keptFrom(yes) || hasException(no) || hasException(yes)) return false
    // The house need not be named again: `Larch Walk` for `14 Larch Walk`, but not `20 Larch Walk`.
    const number = place.number ? `(?:${place.number})?` : String.raw`(?:\d+[a-z]?\s)?`
    return new RegExp(
      String.raw`\b(?:at|to|from|in|into|out of|outside|inside)\s(?:the |your |his |her |their )?${number}${place.name}(?!\p{L})`,
      'iu'
    ).test(yes)
  })
}

function hasException(text: string): boolean {
  return matcher.match(askIn(text)).length > 0
}
