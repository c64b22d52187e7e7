/** Actions that leave somebody guessing whose they are or by when. */
import {useState} from 'preact/hooks'
import type {Outline, OutlineAction} from '../../index.ts'
import wording from '../wording.json' with {type: 'json'}
import {say} from '../wording.ts'
import {Card, Jump} from './card.tsx'

const words = wording.overview.actions
const most = 4

export function ActionGaps({outline}: {outline: Outline}) {
  const [isAll, setAll] = useState(false)
  const actions = outline.rows.flatMap(row => row.actions)
  const gaps = actions.filter(hasGap)
  const said =
    actions.length === 0
      ? words.none
      : say(gaps.length === 0 ? words.all : words.some, {count: gaps.length || actions.length, all: actions.length})
  return (
    <Card title={words.heading} isGap={gaps.length > 0 || actions.length === 0}>
      <p>{said}</p>
      <ul class="gaps">
        {gaps.slice(0, isAll ? gaps.length : most).map(action => (
          <li key={action.start}>
            <Jump words={action} /> <GapTags action={action} />
          </li>
        ))}
      </ul>
      {gaps.length > most && !isAll && (
        <button type="button" class="link" onClick={() => setAll(true)}>
          {say(words.more, {count: gaps.length})}
        </button>
      )}
    </Card>
  )
}

export function hasGap({hasOwner, hasTime}: OutlineAction): boolean {
  return !hasOwner || !hasTime
}

export function GapTags({action: {hasOwner, hasTime}}: {action: OutlineAction}) {
  return (
    <>
      {!hasOwner && <span class="tag">{words.noOwner}</span>} {!hasTime && <span class="tag">{words.noTime}</span>}
    </>
  )
}
