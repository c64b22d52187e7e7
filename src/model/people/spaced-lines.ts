/** People in lines that set a name apart from a role by a gap, as the text of a case system prints them: `IVERSON, Leanne     Mother     Lives with Toby`. */
import type {Block} from '../plan.ts'
import {entriesIn} from './entries.ts'
import {learn, type Registry} from './registry.ts'
import {rolesIn} from './vocabulary.ts'

const nameGapRole = /^\s*(\p{Lu}[^\t:]{2,40}?)(?:\t+| {2,})(?=\S)/u

export function learnSpacedLine(registry: Registry, block: Block): void {
  if (block.table || block.labelEnd > 0) return
  const lead = nameGapRole.exec(block.text)
  if (!lead) return
  const [role] = rolesIn(block.text.slice(lead[0].length))
  const entries = entriesIn(lead[1] as string)
  const [entry] = entries
  if (!entry?.given || entries.length > 1 || role?.start !== 0 || role.relation?.kind === 'child') return
  const {title, given, surname, nickname} = entry
  const start = lead[0].indexOf(lead[1] as string)
  const at = {block, start: start + entry.start, end: start + entry.end}
  const name = {title, given, surname, nickname, said: role.text, at}
  if (role.post) learn(registry, {...name, kind: 'professional', post: role.post})
  else if (role.relation) learn(registry, {...name, kind: role.relation.kind, group: role.relation.group, word: role.text})
}
