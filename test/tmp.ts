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
