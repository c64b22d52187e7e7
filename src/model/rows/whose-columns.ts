/** Whose actions stand in a column, where its name says so: `What Kerry and Mark will do` beside `What workers will do`. */
import type {People} from '../plan.ts'
import type {ColumnRole} from '../vocabulary.ts'

const doing = "(?:will|must|should|needs? to|ha(?:s|ve) to|agrees? to|ha(?:s|ve) agreed to|(?:is|are) going to|['’]ll)"
const doer = new RegExp(`^\\s*(?:what|things|steps|actions|tasks)\\s+(?:that\\s+)?(.+?)\\s*${doing}\\b`, 'i')

/** Sets `parent-action` and `professional-action` in place; a table with one column of actions says nothing of whose they are. */
export function tellWhose(roles: (ColumnRole | null)[], names: readonly string[], people: People): void {
  const columns = roles.flatMap((role, column) => (role?.endsWith('action') ? [column] : []))
  if (columns.length < 2) return
  for (const column of columns) {
    const who = roles[column] === 'action' ? doer.exec(names[column] ?? '')?.[1] : undefined
    if (!who) continue
    const mentioned = people.mentionsIn(who)
    if (mentioned.some(({person}) => person.kind === 'child')) continue
    const parents = mentioned.length > 0 && mentioned.every(({person}) => person.kind === 'parent')
    roles[column] = parents ? 'parent-action' : 'professional-action'
  }
}
