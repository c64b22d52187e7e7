/** Tables from the lines drawn around their cells. */
import type {Drawing, Rule} from './drawing.ts'
import {clipped, seamsOf} from './stacked.ts'
import type {Box} from './words.ts'

/** A cell of a drawn table, before anything is read into it. */
export interface RuledCell extends Box {
  row: number
  column: number
  rowSpan: number
  colSpan: number
}

export interface RuledTable extends Box {
  page: number
  /** Where the column borders stand, from left to right. */
  borders: number[]
  rows: number
  cells: RuledCell[]
  /** No line or background shows where its columns meet. */
  guessed?: true
}

/** Lines nearer to each other than this are one line; ends within it meet. */
export const near = 3

/** The tables that are drawn on a page with lines both ways, the innermost first. */
export function ruledTables({across, down}: Drawing, page: number): RuledTable[] {
  const groups = connected(merged(across), merged(down))
  const tables = groups.flatMap(group => tablesFrom(group, page))
  const area = (box: Box) => (box.right - box.left) * (box.bottom - box.top)
  // A frame around text says that it stands together, and no more.
  return tables.filter(table => table.cells.length > 1).sort((a, b) => area(a) - area(b))
}

/** Whether one box stands inside another. */
export function holds(outer: Box, inner: Box): boolean {
  return (
    inner.left >= outer.left - near &&
    inner.right <= outer.right + near &&
    inner.top >= outer.top - near &&
    inner.bottom <= outer.bottom + near
  )
}

/** Joins lines that lie on one another or go on where another ends. */
export function merged(rules: readonly Rule[]): Rule[] {
  const done: Rule[] = []
  let open: Rule[] = []
  for (const rule of [...rules].sort((a, b) => a.at - b.at || a.from - b.from)) {
    open = open.filter(other => rule.at - other.at <= near)
    const same = open.filter(other => rule.from <= other.to + near && rule.to >= other.from - near)
    const first = same[0]
    if (!first) {
      const fresh = {...rule}
      open.push(fresh)
      done.push(fresh)
      continue
    }
    for (const other of [rule, ...same]) {
      first.from = Math.min(first.from, other.from)
      first.to = Math.max(first.to, other.to)
    }
    for (const other of same.slice(1)) {
      open.splice(open.indexOf(other), 1)
      done.splice(done.indexOf(other), 1)
    }
  }
  return done
}

interface Group {
  across: Rule[]
  down: Rule[]
}

/** Lines that meet, directly or through others. */
function connected(across: readonly Rule[], down: readonly Rule[]): Group[] {
  const groups: Group[] = []
  const left = new Set(down)
  const free = new Set(across)
  for (const start of down) {
    if (!left.delete(start)) continue
    const group: Group = {across: [], down: [start]}
    for (let at = 0; at < group.down.length; at++) {
      for (const rule of free) {
        if (!meets(rule, group.down[at] as Rule)) continue
        free.delete(rule)
        group.across.push(rule)
        for (const other of left) {
          if (!meets(rule, other)) continue
          left.delete(other)
          group.down.push(other)
        }
      }
    }
    groups.push(group)
  }
  return groups
}

function meets(across: Rule, down: Rule): boolean {
  return down.at >= across.from - near && down.at <= across.to + near && across.at >= down.from - near && across.at <= down.to + near
}

/** Positions without those that only repeat the one before. */
export function distinct(positions: readonly number[]): number[] {
  const kept: number[] = []
  for (const position of [...positions].sort((a, b) => a - b)) if (position - (kept.at(-1) ?? -Infinity) > near + 1) kept.push(position)
  return kept
}

/** A table, and those that stand in its cells and touch its lines. */
function tablesFrom(group: Group, page: number): RuledTable[] {
  const {across, down} = group
  const xs = distinct([...down.map(({at}) => at), ...ends(across)])
  const ys = distinct([...across.map(({at}) => at), ...ends(down)])
  if (xs.length < 2 || ys.length < 2 || across.length < 2) return []
  const short = {xs: shortAmong(xs, down, 0.6), ys: shortAmong(ys, across, 0.4)}
  const without = (all: readonly number[], some: readonly number[]) => all.filter(at => !some.includes(at))
  const wide = short.xs.length > 0 && short.ys.length > 0 ? cellsIn(without(xs, short.xs), without(ys, short.ys), across, down) : []
  const inner = wide.map(cell => within(group, cell)).filter(some => some.across.length > 0 && some.down.length > 0)
  const isInner = (rules: readonly Rule[], at: number, key: keyof Group) =>
    rules.filter(rule => Math.abs(rule.at - at) <= near).every(rule => inner.some(some => some[key].includes(rule)))
  const columns = without(
    xs,
    short.xs.filter(at => isInner(down, at, 'down'))
  )
  const rows = without(
    ys,
    short.ys.filter(at => isInner(across, at, 'across'))
  )
  const cells = cellsIn(columns, rows, across, down)
  const seams = seamsOf(rows.slice(1).map((bottom, row) => ({top: rows[row] as number, bottom, walls: wallsIn(cells, row)})))
  if (seams.length > 0) return unstacked(group, [rows[0] as number, ...seams, rows.at(-1) as number], page)
  const [left = 0, top = 0] = [xs[0], ys[0]]
  const table = {page, left, top, right: xs.at(-1) ?? left, bottom: ys.at(-1) ?? top, borders: columns, rows: rows.length - 1, cells}
  return [table, ...inner.flatMap(some => innerTable(some, page))]
}

/** The columns in which the cells of a row begin, except the first. */
function wallsIn(cells: readonly RuledCell[], row: number): number[] {
  return cells.filter(cell => cell.column > 0 && cell.row <= row && cell.row + cell.rowSpan > row).map(({column}) => column)
}

function unstacked({across, down}: Group, ys: readonly number[], page: number): RuledTable[] {
  return ys.slice(1).flatMap((bottom, index) => {
    const top = ys[index] as number
    const own = across.filter(({at}) => at > top - near && at < bottom + near)
    return tablesFrom({across: own, down: clipped(down, top, bottom)}, page)
  })
}

/** Positions, between the first and the last, where lines stand along less than this part of the table. */
function shortAmong(positions: readonly number[], rules: readonly Rule[], part: number): number[] {
  const [from, to] = ends(rules)
  const length = (to ?? 0) - (from ?? 0)
  return positions.slice(1, -1).filter(at => {
    const own = rules.filter(rule => Math.abs(rule.at - at) <= near)
    return own.reduce((sum, rule) => sum + rule.to - rule.from, 0) < part * length
  })
}

/** Lines that stand inside a cell and do not bound it. */
function within({across, down}: Group, {left, right, top, bottom}: Box): Group {
  const inside = (rule: Rule, low: number, high: number, from: number, to: number) =>
    rule.at > low + near + 1 && rule.at < high - near - 1 && rule.from >= from - near && rule.to <= to + near
  return {
    across: across.filter(rule => inside(rule, top, bottom, left, right)),
    down: down.filter(rule => inside(rule, left, right, top, bottom))
  }
}

function innerTable({across, down}: Group, page: number): RuledTable[] {
  const xs = distinct([...down.map(({at}) => at), ...ends(across)])
  const ys = distinct([...across.map(({at}) => at), ...ends(down)])
  const [left = 0, top = 0] = [xs[0], ys[0]]
  const cells = cellsIn(xs, ys, across, down)
  return [{page, left, top, right: xs.at(-1) ?? left, bottom: ys.at(-1) ?? top, borders: xs, rows: ys.length - 1, cells}]
}

/** The outermost ends: a table may have no border at its sides. */
function ends(rules: readonly Rule[]): number[] {
  return rules.length === 0 ? [] : [Math.min(...rules.map(({from}) => from)), Math.max(...rules.map(({to}) => to))]
}

export function cellsIn(xs: readonly number[], ys: readonly number[], across: readonly Rule[], down: readonly Rule[]): RuledCell[] {
  const taken = new Set<string>()
  const isFree = (row: number, column: number) => row < ys.length - 1 && column < xs.length - 1 && !taken.has(`${row},${column}`)
  const x = (index: number) => xs[index] as number
  const y = (index: number) => ys[index] as number
  const wallRight = (row: number, column: number) => stands(down, x(column + 1), y(row), y(row + 1))
  const wallBelow = (row: number, column: number) => stands(across, y(row + 1), x(column), x(column + 1))
  const cells: RuledCell[] = []
  for (let row = 0; row < ys.length - 1; row++) {
    for (let column = 0; column < xs.length - 1; column++) {
      if (!isFree(row, column)) continue
      let colSpan = 1
      while (isFree(row, column + colSpan) && !wallRight(row, column + colSpan - 1)) colSpan++
      const columns = Array.from({length: colSpan}, (_, index) => column + index)
      let rowSpan = 1
      while (columns.every(at => isFree(row + rowSpan, at) && !wallBelow(row + rowSpan - 1, at))) rowSpan++
      for (let at = row; at < row + rowSpan; at++) for (const other of columns) taken.add(`${at},${other}`)
      cells.push({row, column, rowSpan, colSpan, left: x(column), right: x(column + colSpan), top: y(row), bottom: y(row + rowSpan)})
    }
  }
  return cells
}

/** Whether a line stands there along most of the stretch. */
export function stands(rules: readonly Rule[], at: number, from: number, to: number): boolean {
  let covered = 0
  for (const rule of rules)
    if (Math.abs(rule.at - at) <= near + 1) covered += Math.max(0, Math.min(rule.to, to) - Math.max(rule.from, from))
  return covered > 0.6 * (to - from)
}
