/** Everybody a document names: the children it is about, their parents, relatives and professionals. */
import type {DocumentType} from '../report.ts'
import {remembering} from '../text/memo.ts'
import type {Field} from './fields.ts'
import {adultsOf} from './people/adults.ts'
import {bodyOf} from './people/body.ts'
import {childrenOf} from './people/children.ts'
import {type Index, indexNames, mentionsIn} from './people/mentions.ts'
import {peopleRowsOf} from './people/people-tables.ts'
import {type Known, personOf} from './people/registry.ts'
import {addRoles} from './people/roles.ts'
import {tellSexes} from './people/sexes.ts'
import type {Block, Child, People, Person, Section} from './plan.ts'
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
  for (const child of children) child.aliases = [...new Set([...namesOfChild(child), ...child.aliases])]
  const known = adultsOf({blocks, fields, rows, type, children})
  const people = known.map(person => ({known: person, person: personOf(person)}))
  const {groups, posts, words, nameless} = addRoles(people, blocks)
  const adults = [...people.map(({person}) => person), ...nameless].sort(
    (a, b) => Number(b.kind === 'parent') - Number(a.kind === 'parent')
  )
  const parents = adults.filter(({kind}) => kind === 'parent')
  const index: Index = {names: indexNames([...children, ...adults], words), groups, posts, children, parents: parentsOf(people, parents)}
  const mentions: People['mentionsIn'] = remembering(text => mentionsIn(text, index))
  tellSexes(children, blocks, mentions)
  return {children, parents, others: adults.filter(({kind}) => kind !== 'parent'), mentionsIn: mentions}
}

function namesOfChild({given, name, unborn}: Child): string[] {
  const names = [name.toLowerCase(), given.toLowerCase()]
  return unborn ? [...names, 'the baby', 'baby', 'unborn baby', 'unborn'] : names
}

/** Whom “parents” means: mothers and fathers, and only if there are none, their partners. */
function parentsOf(people: readonly {known: Known; person: Person}[], all: readonly Person[]): Person[] {
  const partners = new Set(
    people
      .filter(({known}) => known.groups.has('partner') && !known.groups.has('father') && !known.groups.has('mother'))
      .map(({person}) => person)
  )
  const parents = all.filter(person => !partners.has(person))
  return parents.length > 0 ? parents : [...all]
}
