/** Who carries the load: one square for each action. A picture of the work, never a score of a person. */
import type {Carrier, Outline} from '../../index.ts'
import wording from '../wording.json' with {type: 'json'}
import {sayCount} from '../wording.ts'
import {Card} from './card.tsx'

const words = wording.overview.load
const carriers: readonly Carrier[] = ['mother', 'father', 'parent', 'relative', 'child', 'professional', 'nobody']

export function Load({outline}: {outline: Outline}) {
  const load = loadOf(outline)
  if (load.length === 0) return null
  return (
    <Card title={words.heading}>
      <ul class="load">
        {load.map(([carrier, count]) => (
          <li key={carrier}>
            <span class="load-name">{sayCount(count, words.row, {name: words.carriers[carrier]})}</span>
            <span class={`squares ${carrier}`} aria-hidden="true">
              {Array.from({length: count}, (_, index) => (
                <i key={index} />
              ))}
            </span>
          </li>
        ))}
      </ul>
      <p class="note">{words.note}</p>
    </Card>
  )
}

/** Those who have something to do, with how much. */
export function loadOf({rows}: Outline): [Carrier, number][] {
  const all = rows.flatMap(row => row.actions.flatMap(action => action.carriers))
  return carriers
    .map((carrier): [Carrier, number] => [carrier, all.filter(other => other === carrier).length])
    .filter(([, count]) => count > 0)
}
