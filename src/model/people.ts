/** Everybody a document names: the children it is about, their parents, relatives and professionals. */
import type {DocumentType} from '../report.ts'
import type {Field} from './fields.ts'
import {bodyOf} from './people/body.ts'
import {childrenOf} from './people/children.ts'
import {peopleRowsOf} from './people/people-tables.ts'
import type {Block, People, Section} from './plan.ts'
import type {TableInfo} from './tables.ts'

export interface PeopleSources {
  blocks: readonly Block[]
  sections: readonly Section[]
  fields: readonly Field[]
  tables: readonly TableInfo[]
  type: DocumentType
  date: string | null
}

export function peopleOf({blocks, fields, tables, type, date}: PeopleSources): People {
  const body = bodyOf(blocks)
  const rows = peopleRowsOf(tables, date)
  const children = type === 'unknown' ? [] : childrenOf({blocks, fields, rows, type, date, body})
  return {children, parents: [], others: [], mentionsIn: () => []}
}
