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

/** Forms of a regular English verb or noun, and of the irregular ones these lists use; sound enough for matching, not for writing. */
export function inflections(word: string): string[] {
  const forms = irregular[word]
  if (forms) return [word, ...forms.split(' ')]
  if (/[^aeiou]y$/.test(word)) {
    const stem = word.slice(0, -1)
    return [word, `${stem}ies`, `${stem}ied`, `${word}ing`, `${word}'s`]
  }
  if (/e$/.test(word)) {
    const stem = word.slice(0, -1)
    return [word, `${word}s`, `${word}d`, `${stem}ing`, `${word}'s`]
  }
  const sibilant = /(?:s|x|z|ch|sh)$/.test(word)
  const doubled = /[^aeiou][aeiou][bdgklmnprt]$/.test(word) ? `${word}${word.at(-1)}` : word
  return [...new Set([word, `${word}${sibilant ? 'es' : 's'}`, `${word}ed`, `${word}ing`, `${doubled}ed`, `${doubled}ing`, `${word}'s`])]
}
