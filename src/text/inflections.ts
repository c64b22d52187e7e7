/** The forms of a word, for word lists. */
const irregular: Readonly<Record<string, string>> = {
  be: 'am is are was were been being',
  begin: 'begins began begun beginning',
  build: 'builds built building',
  come: 'comes came coming',
  do: 'does did done doing',
  feel: 'feels felt feeling',
  find: 'finds found finding',
  get: 'gets got getting',
  give: 'gives gave given giving',
  go: 'goes went gone going',
  have: 'has had having',
  hit: 'hits hitting',
  keep: 'keeps kept keeping',
  leave: 'leaves left leaving',
  let: 'lets letting',
  make: 'makes made making',
  meet: 'meets met meeting',
  put: 'puts putting',
  say: 'says said saying',
  see: 'sees saw seen seeing',
  seek: 'seeks sought seeking',
  show: 'shows showed shown showing',
  speak: 'speaks spoke spoken speaking',
  take: 'takes took taken taking',
  tell: 'tells told telling',
  think: 'thinks thought thinking',
  undergo: 'undergoes underwent undergone undergoing',
  undertake: 'undertakes undertook undertaken undertaking',
  understand: 'understands understood understanding',
  child: "children child's children's"
}

/**
 * Forms of a regular English verb or noun, and of the irregular ones these lists use; sound enough for matching, not for writing. By single
 * letters, not regular expressions: a start works out a few thousand.
 */
export function inflections(word: string): string[] {
  const forms = irregular[word]
  if (forms) return [word, ...forms.split(' ')]
  const last = word.at(-1) ?? ''
  const before = word.at(-2) ?? ''
  const stem = word.slice(0, -1)
  if (last === 'y' && isConsonant(before)) return [word, `${stem}ies`, `${stem}ied`, `${word}ing`, `${word}'s`]
  if (last === 'e') return [word, `${word}s`, `${word}d`, `${stem}ing`, `${word}'s`]
  const isSibilant = 'sxz'.includes(last) || (last === 'h' && (before === 'c' || before === 's'))
  const regular = [word, `${word}${isSibilant ? 'es' : 's'}`, `${word}ed`, `${word}ing`]
  const doubles = 'bdgklmnprt'.includes(last) && isVowel(before) && isConsonant(word.at(-3) ?? '')
  if (doubles) regular.push(`${word}${last}ed`, `${word}${last}ing`)
  regular.push(`${word}'s`)
  return regular
}

function isVowel(letter: string): boolean {
  return letter !== '' && 'aeiou'.includes(letter)
}

function isConsonant(letter: string): boolean {
  return letter !== '' && !isVowel(letter)
}
