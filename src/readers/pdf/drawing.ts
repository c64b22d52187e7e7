/** What is drawn on a page, in points from its top left corner: letters and lines. Follows the drawing operators one by one. */
import {addPaths} from './paths.ts'

/** One letter (or ligature) as it stands on the page. */
export interface Glyph {
  text: string
  left: number
  right: number
  /** The line it stands on, downward from the top of the page. */
  base: number
  size: number
  bold: boolean
  italic: boolean
  font: string
  /** Marked by the program that made the file as no part of the text: a page header or footer. */
  artifact: boolean
}

/** A straight line across or down the page. */
export interface Rule {
  /** Where it stands: from the top for a line across, from the left for a line down. */
  at: number
  from: number
  to: number
}

/** The box around a closed shape that is no line: a bullet, a frame, the background of a cell. */
export interface Shape {
  left: number
  top: number
  right: number
  bottom: number
  isFilled: boolean
}

export interface Drawing {
  width: number
  height: number
  glyphs: Glyph[]
  across: Rule[]
  down: Rule[]
  shapes: Shape[]
}

/** What the walk needs to know of a font. */
export interface Font {
  name: string
  bold: boolean
  italic: boolean
  /** Width of one unit of a glyph's width, in text space. */
  unit: number
  vertical: boolean
}

export type Matrix = [a: number, b: number, c: number, d: number, e: number, f: number]

/** Drawing operators by name, as the parser numbers them. */
export type Operators = Readonly<Record<string, number>>

export interface Program {
  codes: readonly number[]
  args: readonly unknown[]
}

interface State {
  matrix: Matrix
  font: Font | null
  size: number
  stretch: number
  letterSpace: number
  wordSpace: number
  leading: number
  rise: number
  mode: number
  lineWidth: number
}

interface Walk {
  drawing: Drawing
  fontOf: (id: string) => Font
  state: State
  saved: State[]
  text: Matrix
  at: {x: number; y: number}
  line: {x: number; y: number}
  marks: boolean[]
}

const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** Walks the operators of a page. `view` turns the page's own coordinates into points from its top left corner. */
export function drawingOf(
  program: Program,
  operators: Operators,
  view: Matrix,
  page: {width: number; height: number},
  fontOf: Walk['fontOf']
): Drawing {
  const walk: Walk = {
    drawing: {...page, glyphs: [], across: [], down: [], shapes: []},
    fontOf,
    state: {
      matrix: view,
      font: null,
      size: 0,
      stretch: 1,
      letterSpace: 0,
      wordSpace: 0,
      leading: 0,
      rise: 0,
      mode: 0,
      lineWidth: 1
    },
    saved: [],
    text: identity,
    at: {x: 0, y: 0},
    line: {x: 0, y: 0},
    marks: []
  }
  const steps = new Map(Object.entries(stepsFor(view)).map(([name, step]) => [operators[name], step]))
  for (const [index, code] of program.codes.entries()) {
    const args = program.args[index]
    steps.get(code)?.(walk, (Array.isArray(args) ? args : []) as unknown as Operands)
  }
  return walk.drawing
}

/** What an operator is given; each step knows what that is. */
type Operands = [never, never, never, never]
type Step = (walk: Walk, args: Operands) => void

function stepsFor(view: Matrix): Record<string, Step> {
  const opens: Step = walk => void walk.saved.push({...walk.state})
  const closes: Step = walk => void (walk.state = walk.saved.pop() ?? walk.state)
  return {
    ...textSteps,
    save: opens,
    restore: closes,
    beginGroup: opens,
    endGroup: closes,
    transform: (walk, args) => transform(walk, args as unknown as Matrix),
    paintFormXObjectBegin: (walk, [matrix]) => {
      walk.saved.push({...walk.state})
      if (matrix) transform(walk, matrix)
    },
    paintFormXObjectEnd: closes,
    beginAnnotation: (walk, [, , first, second]) => {
      walk.saved.push({...walk.state})
      walk.state.matrix = view
      if (first) transform(walk, first)
      if (second) transform(walk, second)
    },
    endAnnotation: closes,
    beginMarkedContent: (walk, [tag]) => void walk.marks.push(tag === 'Artifact'),
    beginMarkedContentProps: (walk, [tag]) => void walk.marks.push(tag === 'Artifact'),
    endMarkedContent: walk => void walk.marks.pop(),
    setLineWidth: (walk, [width]) => void (walk.state.lineWidth = width),
    constructPath: ({drawing, state}, [paint, paths]) => addPaths(drawing, state.matrix, paint, paths)
  }
}

const textSteps: Record<string, Step> = {
  beginText: walk => setText(walk, identity),
  setTextMatrix: (walk, args) => setText(walk, [...((args as unknown[]).length === 1 ? args[0] : args)] as unknown as Matrix),
  moveText: (walk, [x, y]) => moveText(walk, x, y),
  setLeadingMoveText: (walk, [x, y]) => {
    walk.state.leading = y
    moveText(walk, x, y)
  },
  nextLine: walk => moveText(walk, 0, walk.state.leading),
  setLeading: (walk, [leading]) => void (walk.state.leading = -leading),
  setFont: (walk, [id, size]) => {
    walk.state.font = walk.fontOf(id)
    walk.state.size = size
  },
  setCharSpacing: (walk, [space]) => void (walk.state.letterSpace = space),
  setWordSpacing: (walk, [space]) => void (walk.state.wordSpace = space),
  setHScale: (walk, [percent]) => void (walk.state.stretch = percent / 100),
  setTextRise: (walk, [rise]) => void (walk.state.rise = rise),
  setTextRenderingMode: (walk, [mode]) => void (walk.state.mode = mode),
  showText: (walk, [glyphs]) => showText(walk, glyphs)
}

/** `second` first, then `first`. */
function product(first: Matrix, second: Matrix): Matrix {
  const [a, b, c, d, e, f] = first
  const [g, h, i, j, k, l] = second
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

function transform({state}: Walk, matrix: Matrix): void {
  state.matrix = product(state.matrix, matrix)
}

function setText(walk: Walk, matrix: Matrix): void {
  walk.text = matrix
  walk.at = {x: 0, y: 0}
  walk.line = {x: 0, y: 0}
}

function moveText(walk: Walk, x: number, y: number): void {
  walk.line = {x: walk.line.x + x, y: walk.line.y + y}
  walk.at = {...walk.line}
}

interface Shown {
  unicode: string
  width: number
  isSpace: boolean
}

function showText(walk: Walk, shown: readonly (Shown | number | null)[]): void {
  const {state, text, at, drawing, marks} = walk
  const {font, size, stretch} = state
  if (!font || font.vertical) return
  const [a, b, c, d, e, f] = product(state.matrix, text)
  // Text that does not run from left to right is a watermark or an ornament.
  const upright = a * size > 0 && Math.abs(b) < 0.1 * Math.abs(a)
  const y = at.y + state.rise
  const height = Math.abs(size) * Math.hypot(c, d)
  const artifact = marks.includes(true)
  const look = {size: height, bold: font.bold || state.mode === 2, italic: font.italic, font: font.name, artifact}
  for (const glyph of shown) {
    if (glyph === null) continue
    if (typeof glyph === 'number') {
      at.x -= ((glyph * size) / 1000) * stretch
      continue
    }
    const from = at.x
    const letter = glyph.width * font.unit * size * stretch
    at.x += letter + (state.letterSpace + (glyph.isSpace ? state.wordSpace : 0)) * stretch
    if (!upright) continue
    drawing.glyphs.push({
      ...look,
      text: glyph.unicode,
      left: a * from + c * y + e,
      right: a * (from + letter) + c * y + e,
      base: b * from + d * y + f
    })
  }
}
