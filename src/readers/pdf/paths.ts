/** Paths that are drawn on a page, as lines across and down and as shapes. */
import type {Drawing, Matrix, Shape} from './drawing.ts'

/** A line thicker than this is a box. */
const thickest = 3
/** Shorter lines are dashes, ticks and corners. */
const shortest = 4

/** Numbers of the operators that draw a path. */
const strokes = new Set([20, 21, 24, 25, 26, 27])
const fills = new Set([22, 23, 24, 25, 26, 27])

/** How many numbers follow each step of a path: move, line, curve, quadratic curve, close. */
const operands = [2, 2, 6, 4, 0]

/** Adds the lines and shapes of some paths to a drawing. `paint` is the number of the operator that draws them. */
export function addPaths(drawing: Drawing, matrix: Matrix, paint: number, paths: readonly (ArrayLike<number> | null)[]): void {
  for (const path of paths) {
    if (!path) continue
    for (const points of subpaths(path, matrix)) {
      if (strokes.has(paint)) for (const [index, to] of points.entries()) addLine(drawing, points[index - 1], to)
      else if (fills.has(paint)) addThinBox(drawing, points)
      if (points.length > 3 && (strokes.has(paint) || fills.has(paint))) addShape(drawing, points, fills.has(paint))
    }
  }
}

interface Point {
  x: number
  y: number
}

/** The corners of each part of a path; curves are left out. */
function subpaths(path: ArrayLike<number>, [a, b, c, d, e, f]: Matrix): Point[][] {
  const parts: Point[][] = []
  for (let at = 0; at < path.length; ) {
    const step = path[at] as number
    const count = operands[step]
    if (count === undefined) break
    const x = path[at + count - 1] ?? 0
    const y = path[at + count] ?? 0
    const point = {x: a * x + c * y + e, y: b * x + d * y + f}
    const part = parts.at(-1)
    if (step === 0) parts.push([point])
    else if (step === 4 && part?.[0]) part.push(part[0])
    else part?.push(point)
    at += count + 1
  }
  return parts
}

function addLine(drawing: Drawing, from: Point | undefined, to: Point): void {
  if (!from) return
  addRule(drawing, Math.min(from.x, to.x), Math.min(from.y, to.y), Math.max(from.x, to.x), Math.max(from.y, to.y))
}

function addThinBox(drawing: Drawing, points: readonly Point[]): void {
  const {left, top, right, bottom} = boxOf(points)
  addRule(drawing, left, top, right, bottom)
}

function addShape(drawing: Drawing, points: readonly Point[], isFilled: boolean): void {
  const box = boxOf(points)
  if (box.right - box.left > 1 && box.bottom - box.top > 1) drawing.shapes.push({...box, isFilled})
}

function boxOf(points: readonly Point[]): Omit<Shape, 'isFilled'> {
  const xs = points.map(({x}) => x)
  const ys = points.map(({y}) => y)
  return {left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys)}
}

function addRule({across, down}: Drawing, left: number, top: number, right: number, bottom: number): void {
  if (bottom - top <= thickest && right - left >= shortest) across.push({at: (top + bottom) / 2, from: left, to: right})
  else if (right - left <= thickest && bottom - top >= shortest) down.push({at: (left + right) / 2, from: top, to: bottom})
}
