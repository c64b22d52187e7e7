/** What happens if things do not get better, in the document's own words. */
import type {Outline} from '../../index.ts'
import wording from '../wording.json' with {type: 'json'}
import {Card, Jump} from './card.tsx'

const words = wording.overview.contingency

export function Contingency({outline: {type, contingency, consequence}}: {outline: Outline}) {
  if (type === 'letter-before-proceedings') {
    return (
      <Card title={words.letter} isGap={!consequence}>
        <p>{consequence ? words.letterSaid : words.letterNone}</p>
        {consequence && <Jump words={consequence} />}
      </Card>
    )
  }
  const {state, statements} = contingency
  return (
    <Card title={words.heading} isGap={state === 'none' || state === 'empty' || state === 'unclear'}>
      <p>{words[state]}</p>
      {statements.slice(0, 3).map(statement => (
        <Jump key={statement.start} words={statement} />
      ))}
    </Card>
  )
}
