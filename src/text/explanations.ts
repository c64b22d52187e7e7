/**
 * Whether a term is explained in plain words where it stands: in brackets, after a dash, colon or comma, by *which means* or *is when*,
 * by *called* or *known as*, or by the sentence after it (*This means ...*). The words before or after count; their quality is not judged.
 */

/** A term in its sentence, and the sentence after that. */
export interface TermInContext {
  sentence: string
  /** Offsets in `sentence`. */
  start: number
  end: number
  /** The sentence that comes right after; '' if there is none. */
  next: string
}

/** How many letters on either side of the term are looked at. */
const reach = 300

/** True when plain words beside the term say what it means. */
export function isExplained({sentence, start, end, next}: TermInContext): boolean {
  const before = sentence.slice(Math.max(0, start - reach), start)
  const after = sentence.slice(end, end + reach)
  return (
    bracketedAfter(after) ||
    describedAfter(after) ||
    setOffAfter(after) ||
    saidAfter(after) ||
    bracketedIn(before, after) ||
    saidBefore(before) ||
    opensExplanation(next)
  )
}

/** `term (a meeting where ...)`; one word of the term's own family may stand between: `core group meetings (...)`. */
function bracketedAfter(after: string): boolean {
  const content = /^[”"’'*_]?(?:\s+[a-z-]+)?\s*[([]([^)\]]*)/.exec(after)?.[1]
  return content !== undefined && isPlainWords(content)
}

const notMeaning = new RegExp(
  `^(?:${[
    'at',
    'by',
    'from',
    'on',
    'in',
    'to',
    'for',
    'see',
    'dated',
    'held',
    'due',
    'tbc',
    'and',
    'or',
    'if',
    'including',
    'with',
    'not',
    'next',
    'weekly',
    'monthly',
    'fortnightly',
    'daily',
    'every',
    'ongoing',
    'completed',
    'per',
    'until',
    'since',
    'last',
    'signed',
    'attached',
    'enclosed',
    'copy',
    'both',
    'but',
    'also',
    'as',
    'of',
    'chair',
    'ref'
  ].join('|')})\\b(?! (?:way of|what)\\b)`,
  'i'
)

/** Words that could say what something means: not a name, a date, a number, initials or a note of when and where. */
export function isPlainWords(content: string): boolean {
  const text = content.trim()
  const words = text.match(/[\p{L}][\p{L}'’-]*/gu) ?? []
  if (words.length < 2 || /^\W*\d/.test(text)) return false
  if (notMeaning.test(text) && !/^(?:in|to|on|with) (?:which|where|other words|help|look|find)\b/i.test(text)) return false
  const capitals = words.slice(1).filter(word => /^\p{Lu}/u.test(word)).length
  const small = words.filter(word => /^\p{Ll}/u.test(word)).length
  return small >= 2 && capitals <= small
}

const openBracket = /^(.*?)[([]\s*(?:also |sometimes |we |which we |what we )?(?:known as |called |call |or |the |an? )*[“"‘']?$/is

/** `the council's meeting with its lawyer (term)`: plain words, then the term alone in brackets. */
function bracketedIn(before: string, after: string): boolean {
  const opened = openBracket.exec(before)
  if (!opened || !/^[”"’']?s?\s*[)\]]/.test(after)) return false
  return /\b\p{Ll}[\p{L}'’-]*(?:\s+\p{Ll}[\p{L}'’-]*)+\s*$/u.test(opened[1] as string)
}

const settingOff = /^[”"’'*_]?(?:\s+[a-z]+)?(\s+[–—-]\s|\s*[—–]\s*|:\s*|,\s+)(\S.+)$/is

/** `term – a meeting where ...`, `term: he throws chairs, then cries`, `term, a big meeting that ...`, `term, which means ...`. */
function setOffAfter(after: string): boolean {
  const match = settingOff.exec(after)
  if (!match) return false
  const mark = (match[1] as string).trim()
  const rest = match[2] as string
  if (opensMeaning.test(rest)) return true
  if (mark === ',') return apposition.test(rest) || relative.test(rest)
  if (mark === ':') return /^[“"]?\p{Ll}/u.test(rest) && !notMeaning.test(rest) && (rest.match(/\p{L}+/gu) ?? []).length >= 3
  return (
    /^(?:an?|the|this|that|when|where|how|what|who|some\w+|any\w+|people|your|our|his|her|their|he|she|they|it)\s/i.test(rest) &&
    (rest.match(/\p{L}+/gu) ?? []).length >= 3
  )
}

/** `controlling behaviour over several years: he has kept her bank card`: what is seen, after a colon further on. */
function describedAfter(after: string): boolean {
  const rest = /^[^:;()]{1,60}:\s+(?=(?:s?he|they|it|you|if|when|his|her|their)\s)(.+)$/is.exec(after)?.[1]
  return rest !== undefined && (rest.match(/\p{L}+/gu) ?? []).length >= 6
}

const opensMeaning = new RegExp(
  '^(?:(?:that|which|this|it|by (?:this|which|that)) )?(?:(?:really |just |simply |basically )?' +
    '(?:means?|meaning|meant)\\b|we mean\\b|(?:is|are) (?:when|where|how|what|about|called|known as)\\b)' +
    '|^(?:i\\.?e\\.?|that is|in other words|in that|so called because)\\b',
  'i'
)
const apposition = new RegExp(
  "^(?:or )?(?:(?:an?|the|our|your) (?:[\\w’'-]+ ){1,5}" +
    '(?:that|who|which|where|when|to|for|of|about|with|trained|by)' +
    '|someone|somebody|people who|where (?:the|we|you|they|people|everyone|all))\\s',
  'i'
)
/** `an advocate, Lou, who helps him say what he thinks`; `the PLO, which is a set of steps`. */
const relative = new RegExp(
  '^(?:[^,]{1,40},\\s+)?(?:who|where|which) (?:is (?:an?|the|when|where|how|what|our|your)' +
    '|helps?|lets?|says?|tells?|gives?|looks?|checks?|works?|shows?|stops?)\\b',
  'i'
)

const article = '(?:an?|the|when|where|how|what|our|your|someone|people|just|simply|about|like)'
const notDefinition =
  'priority|concern|worry|risk|problem|issue|focus|need|must|matter|key|main|next|first' +
  '|second|third|fourth|last|latest|same|only|best|biggest|reason|result' +
  '|case|most|real|positive|strength|serious|significant|further|long|very|good|great|huge|major|ongoing|important'
const defines = new RegExp(
  '^[”"’\'*_]?\\s+(?:[a-z-]+\\s+)?(?:(?:really |just |simply )?means?\\b|stands? for\\b' +
    `|(?:is|are|was|were) ${article} (?!(?:${notDefinition})\\b))`,
  'i'
)

/** `“Child in need” means ...`, `a care order is an order that ...`. */
function saidAfter(after: string): boolean {
  return (
    defines.test(after) || /^[”"’'*_]?,?\s+(?:by )?which (?:just |really |simply )?(?:means|is (?:when|where|how|what|an?)\b)/i.test(after)
  )
}

const naming = new RegExp(
  '(?:\\b(?:is|are|was|were|also|sometimes|often|usually|be|being|it|this|that|these|them|we|they|professionals' +
    '|workers|people|lawyers) (?:also |sometimes |often )?(?:called|calls?|known as|referred to as)' +
    '|\\bthe (?:name|word|term) for|\\bmeans?)\\b[^.;:]{0,40}$',
  'i'
)
const pointing = new RegExp(
  "(?:^|[.!?]\\s+)\\W*(?:this|that|it|these|they)(?:'s|’s| is| are) " +
    '(?:an?|the|our|your|part of|what is|what we call)\\s+(?:\\w+ )?[“"‘\']?$',
  'i'
)

/** `This is called ...`, `sometimes known as ...`; or a sentence that opens *This is a ...* and so names what came before. */
function saidBefore(before: string): boolean {
  return naming.test(before) || pointing.test(before)
}

/** The sentence after the term tells what somebody does: `She gives him his medicine and cooks the tea.` */
export function opensDescription(next: string): boolean {
  return (
    /^(?:S?[Hh]e|They|When (?:s?he|they)|If (?:s?he|they)) (?!(?:to|will|should|must|needs?)\b)\p{Ll}+/u.test(next.trim()) &&
    (next.match(/\p{L}+/gu) ?? []).length >= 6
  )
}

const nextOpens = new RegExp(
  '^[“"]?(?:(?:this|that|it|these|they|which) (?:really |just |simply |all |basically )?' +
    '(?:(?:would |could |will |can |may )?means?|tells?|lets?|says?|gives?|helps?|checks?|looks?|shows?|allows?|happens?|involves?)\\b' +
    `|(?:this|that|it|these|they)(?: is| are|'s|’s) (?:${article} (?!(?:${notDefinition})\\b)` +
    '|called\\b|known as\\b|to (?:help|find|check|look|see|make)\\b)' +
    '|in other words\\b|by (?:this|that|which) (?:we|I) mean\\b|we call\\b|what (?:this|that|it) means\\b)',
  'i'
)

/** The sentence after the term opens like an explanation. */
export function opensExplanation(next: string): boolean {
  return nextOpens.test(next.trim())
}
