import {readFileSync} from 'node:fs'
import {read} from '../src/index.ts'
import {blocksOf} from '../src/model/blocks.ts'
import {classifyTables} from '../src/model/tables.ts'
import {fieldsOf} from '../src/model/fields.ts'
import {documentTypeOf} from '../src/model/document-type.ts'
import {entriesIn} from '../src/model/people/entries.ts'
import {namesPart} from '../src/model/people/name-lists.ts'
for (const f of process.argv.slice(2)) {
  const d = read(readFileSync(f), f)
  const {blocks, grids} = blocksOf(d.tree)
  const t = classifyTables(grids, documentTypeOf(blocks).type)
  for (const b of blocks.slice(0, 12)) console.log(b.index, b.kind, b.strong, b.labelEnd, b.paragraph, JSON.stringify(b.text.slice(0, 120)))
  for (const x of fieldsOf(blocks, t).slice(0, 14))
    console.log(
      x.label,
      '=>',
      JSON.stringify(x.values.map(v => v.block.text.slice(v.start, v.end))),
      x.values
        .flatMap(v => entriesIn(namesPart(v.block.text.slice(v.start, v.end))))
        .map(e => [e.given, e.surname, e.born, e.age, e.unborn, e.roles.map(r => r.text)].join('/'))
    )
}
import {sectionsOf} from '../src/model/sections.ts'
for (const f of process.argv.slice(2)) {
  const d = read(readFileSync(f), f)
  const {blocks} = blocksOf(d.tree)
  const s = sectionsOf(blocks, documentTypeOf(blocks).type)
  for (const x of s.slice(0, 30))
    console.log(
      x.index,
      x.depth,
      x.role,
      JSON.stringify(x.title),
      x.parent?.index,
      x.blocks.slice(0, 8).map(b => b.kind[0] + ':' + b.text.slice(0, 70))
    )
}
