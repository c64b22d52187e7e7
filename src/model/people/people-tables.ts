/** Tables of people: Name with Relationship, Role, Date of birth or Age. */
import type {Grid, GridCell} from '../blocks.ts'
import {headerLabel, type HeaderRole} from '../header-labels.ts'
import type {Block} from '../plan.ts'
import type {TableInfo} from '../tables.ts'
import {ageOn} from './ages.ts'
import {type Entry, entriesIn} from './entries.ts'
import {rolesIn} from './vocabulary.ts'

/** One person of such a table. */
export interface PeopleRow {
  entry: Entry
  block: Block
  /** The document may be about this person. */
  child: boolean
  /** What the relationship or role column says. */
  role: string
}

export function peopleRowsOf(tables: readonly TableInfo[], date: string | null): PeopleRow[] {
  return tables.flatMap(({grid, shape, firstRow}) => (shape === 'labels' ? [] : [...byRow(grid, firstRow, date), ...byColumn(grid, date)]))
}

function byRow(grid: Grid, firstRow: number, date: string | null): PeopleRow[] {
  const heads = new Map<number, HeaderRole>()
  const top = Math.max(0, firstRow - 1)
  for (const cell of grid.cells.filter(({row}) => row === top)) {
    const role = cell.text.length < 60 ? columnOf(cell.text) : null
    if (role) heads.set(cell.column, role)
  }
  const roles = [...heads.values()]
  const nameColumn = [...heads].find(([, role]) => role === 'child' || role === 'name')?.[0]
  if (nameColumn === undefined || !roles.some(role => ['born', 'age', 'relationship', 'role', 'sex'].includes(role))) return []
  const rows: PeopleRow[] = []
  for (let row = top + 1; row < grid.rows; row++) {
    const cells = grid.cells.filter(cell => cell.row === row)
    const named = cells.find(({column}) => column === nameColumn)
    if (named) rows.push(...rowOf(named, cells, heads, date))
  }
  return rows
}

function columnOf(text: string): HeaderRole | null {
  const role = headerLabel(text)?.role
  if (role) return role
  if (/\b(?:relation|relationship)\b/i.test(text)) return 'relationship'
  if (/\b(?:d\.?o\.?b|date of birth|age)\b/i.test(text)) return 'born'
  if (/^(?:who|person|professional|member|family member|core group member|attendee)s?$/i.test(text.trim())) return 'name'
  return null
}

function rowOf(named: GridCell, cells: readonly GridCell[], heads: ReadonlyMap<number, HeaderRole>, date: string | null): PeopleRow[] {
  const value = (...roles: HeaderRole[]): string =>
    cells
      .filter(({column}) => roles.includes(heads.get(column) ?? 'contact'))
      .map(({text}) => text)
      .join(' ')
  const relation = value('relationship', 'role')
  const facts = `${value('born')} ${value('age') ? `aged ${value('age')}` : ''}`.trim()
  const isChildColumn = heads.get(named.column) === 'child'
  return named.blocks.flatMap(block => {
    const entries = entriesIn(block.text)
    return entries.map(found => {
      const entry = entries.length === 1 ? withFacts(found, facts, value('sex')) : found
      return {entry, block, role: relation, child: isChild(entry, relation, isChildColumn, heads, date)}
    })
  })
}

function withFacts(entry: Entry, facts: string, sex: string): Entry {
  const [beside] = entriesIn(`Ann, ${facts}`)
  return {
    ...entry,
    born: entry.born ?? beside?.born ?? null,
    age: entry.age ?? beside?.age ?? entriesIn(`Ann (${facts})`)[0]?.age ?? null,
    unborn: entry.unborn || (beside?.unborn ?? false),
    sex: entry.sex ?? (/^\s*(?:f|g)/i.test(sex) ? 'female' : /^\s*(?:m|b)/i.test(sex) ? 'male' : null)
  }
}

function isChild(
  entry: Entry,
  relation: string,
  childColumn: boolean,
  heads: ReadonlyMap<number, HeaderRole>,
  date: string | null
): boolean {
  const [role] = rolesIn(relation)
  const years = entry.age ?? (entry.born && date ? ageOn(entry.born, date) : null)
  if (years !== null && years > 18) return false
  if (role) return role.relation?.kind === 'child'
  if (relation.trim()) return childColumn
  if (childColumn || entry.unborn) return true
  const hasDates = [...heads.values()].some(other => other === 'born' || other === 'age')
  return hasDates && (years !== null || entry.born !== null)
}

/** Children side by side: a row `Name` (or `Child`) and a row `Date of birth`. */
function byColumn(grid: Grid, date: string | null): PeopleRow[] {
  const rows = new Map<HeaderRole, number>()
  for (const cell of grid.cells) {
    const role = cell.column === 0 && cell.text.length < 60 ? headerLabel(cell.text)?.role : undefined
    if (role && !rows.has(role)) rows.set(role, cell.row)
  }
  const names = rows.get('child') ?? rows.get('name')
  if (names === undefined || grid.columns < 3 || !(rows.has('born') || rows.has('age') || rows.has('child'))) return []
  const at = (role: HeaderRole, column: number): string =>
    grid.cells.find(cell => cell.row === rows.get(role) && cell.column === column)?.text ?? ''
  return grid.cells
    .filter(cell => cell.row === names && cell.column > 0)
    .flatMap(cell =>
      cell.blocks.flatMap(block =>
        entriesIn(block.text).map(found => {
          const age = at('age', cell.column)
          const entry = withFacts(found, `${at('born', cell.column)} ${age ? `aged ${age}` : ''}`.trim(), at('sex', cell.column))
          return {
            entry,
            block,
            role: at('relationship', cell.column),
            child: isChild(entry, at('relationship', cell.column), true, new Map(), date)
          }
        })
      )
    )
}
