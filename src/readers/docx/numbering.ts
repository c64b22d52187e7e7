/** The numbers and bullets that Word computes for list paragraphs. */
import {child, val, type XmlElement} from './xml.ts'

interface Level {
  start: number
  format: string
  /** Such as `%1.%2.`: `%1` stands for the number of the first level. */
  text: string
  /** The level at or above which a new number restarts this one; 0 for never. */
  restart?: number
  /** All numbers in the label as decimals. */
  legal: boolean
}

interface Numbering {
  levels: (Level | undefined)[]
  /** Lists that share an abstract definition count on; this names it. */
  shared: string
  startOverrides: Map<number, number>
}

/** List definitions by `numId`. */
type Numberings = Map<string, Numbering>

/** Gives each list paragraph its label, counting as it goes: ask once a paragraph, in document order. */
export type Labels = (numId: string, level: number) => string

/** Begins to count for one part of the document; a list without a definition has bullets. */
export function newLabels(numberings: Numberings): Labels {
  const counts = new Map<string, (number | undefined)[]>()
  const started = new Set<string>()
  return (numId, level) => {
    const numbering = numberings.get(numId)
    const own = numbering?.levels[level]
    if (!numbering || !own) return '•'
    const count = counts.get(numbering.shared) ?? []
    counts.set(numbering.shared, count)
    const override = numbering.startOverrides.get(level)
    if (override !== undefined && !started.has(`${numId} ${level}`)) {
      started.add(`${numId} ${level}`)
      count[level] = override
    } else count[level] = (count[level] ?? own.start - 1) + 1
    restartBelow(numbering.levels, count, level)
    return label(numbering.levels, count, own)
  }
}

function restartBelow(levels: (Level | undefined)[], count: (number | undefined)[], level: number): void {
  for (let below = level + 1; below < 9; below++) {
    const restart = levels[below]?.restart
    if (restart === undefined || (restart > 0 && level < restart)) count[below] = undefined
  }
}

function label(levels: (Level | undefined)[], count: (number | undefined)[], own: Level): string {
  if (own.format === 'bullet') return bullet(own.text)
  if (own.format === 'none') return ''
  return own.text
    .replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1
      const level = levels[at]
      return numeral(count[at] ?? level?.start ?? 1, own.legal ? 'decimal' : (level?.format ?? 'decimal'))
    })
    .trim()
}

/** Bullets from symbol fonts stand in the private use area; a reader sees some bullet. */
function bullet(text: string): string {
  return text === '' || /[\uE000-\uF8FF]/.test(text) || text === 'o' ? '•' : text
}

function numeral(count: number, format: string): string {
  switch (format) {
    case 'lowerLetter':
      return letters(count)
    case 'upperLetter':
      return letters(count).toUpperCase()
    case 'lowerRoman':
      return roman(count)
    case 'upperRoman':
      return roman(count).toUpperCase()
    case 'decimalZero':
      return String(count).padStart(2, '0')
    case 'ordinal':
      return count + ordinalEnding(count)
    case 'bullet':
    case 'none':
      return ''
    default:
      return String(count)
  }
}

/** Word goes on after z with aa, bb, cc. */
function letters(count: number): string {
  return count < 1 ? '' : String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.min(Math.ceil(count / 26), 10))
}

const romans: [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i']
]

function roman(count: number): string {
  let left = Math.min(count, 3999)
  let text = ''
  for (const [value, sign] of romans) {
    while (left >= value) {
      text += sign
      left -= value
    }
  }
  return text
}

function ordinalEnding(count: number): string {
  if (count % 100 >= 11 && count % 100 <= 13) return 'th'
  return ['th', 'st', 'nd', 'rd'][count % 10] ?? 'th'
}

/** Reads the numbering part, which may be missing. */
export function readNumbering(part: XmlElement | undefined): Numberings {
  const nodes = part?.children[0]?.children ?? []
  const abstracts = new Map(
    nodes.filter(({name}) => name === 'w:abstractNum').map(node => [node.attributes['w:abstractNumId'] ?? '', node])
  )
  const numberings: Numberings = new Map()
  for (const node of nodes) {
    if (node.name !== 'w:num') continue
    const shared = linked(abstracts, val(node, 'w:abstractNumId') ?? '')
    const levels = levelsIn(abstracts.get(shared))
    const startOverrides = new Map<number, number>()
    for (const override of node.children) {
      if (override.name !== 'w:lvlOverride') continue
      const at = Number(override.attributes['w:ilvl'])
      const start = val(override, 'w:startOverride')
      if (start !== undefined) startOverrides.set(at, Number(start))
      const own = child(override, 'w:lvl')
      if (own) levels[at] = levelOf(own)
    }
    numberings.set(node.attributes['w:numId'] ?? '', {levels, shared, startOverrides})
  }
  return numberings
}

/** A definition may only name a list style; the definition with that style's levels stands elsewhere. */
function linked(abstracts: Map<string, XmlElement>, id: string): string {
  const style = val(abstracts.get(id), 'w:numStyleLink')
  if (style === undefined) return id
  return [...abstracts].find(([, node]) => val(node, 'w:styleLink') === style)?.[0] ?? id
}

function levelsIn(abstract: XmlElement | undefined): (Level | undefined)[] {
  const levels: (Level | undefined)[] = []
  for (const node of abstract?.children ?? []) if (node.name === 'w:lvl') levels[Number(node.attributes['w:ilvl'])] = levelOf(node)
  return levels
}

function levelOf(node: XmlElement): Level {
  const restart = val(node, 'w:lvlRestart')
  return {
    start: Number(val(node, 'w:start') ?? 0),
    format: val(node, 'w:numFmt') ?? 'decimal',
    text: val(node, 'w:lvlText') ?? '',
    ...(restart !== undefined && {restart: Number(restart)}),
    legal: child(node, 'w:isLgl') !== undefined
  }
}
