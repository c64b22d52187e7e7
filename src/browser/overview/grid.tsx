/** Each child against worry, outcome, action and voice: a gap is a child whom the plan forgets. */
import type {Overview} from '../../index.ts'
import wording from '../wording.json' with {type: 'json'}
import {Frame} from '../frame.tsx'
import {Card} from './card.tsx'

const words = wording.overview.grid
const columns = ['worry', 'outcome', 'action', 'voice'] as const

export function Grid({overview: {children}}: {overview: Overview}) {
  const hasGap = children.length === 0 || children.some(child => columns.some(column => child[column] === false))
  return (
    <Card title={words.heading} isGap={hasGap}>
      {children.length === 0 ? <p>{words.none}</p> : <GridTable rows={children} />}
    </Card>
  )
}

export function GridTable({rows}: {rows: Overview['children']}) {
  return (
    <Frame name={words.caption}>
      <table class="grid">
        <caption class="unseen">{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.child}</th>
            {columns.map(column => (
              <th scope="col" key={column}>
                {words[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(child => (
            <tr key={child.name}>
              <th scope="row">{child.name}</th>
              {columns.map(column => (
                <Cell key={column} isThere={child[column]} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Frame>
  )
}

function Cell({isThere}: {isThere: boolean | null}) {
  if (isThere === null) return <td class="unasked">{words.unasked}</td>
  return <td class={isThere ? 'there' : 'missing'}>{isThere ? words.yes : words.no}</td>
}
