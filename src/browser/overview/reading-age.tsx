/** How old a reader must be, against the target, and what is hardest to read. */
import type {DocumentReadability} from '../../index.ts'
import wording from '../wording.json' with {type: 'json'}
import {say} from '../wording.ts'
import {Card, Jump} from './card.tsx'

const words = wording.overview.readingAge
const [youngest, oldest] = [5, 20]

export function ReadingAge({readability}: {readability: DocumentReadability}) {
  const {readingAge, target, worst, sentences, words: length} = readability
  if (readingAge === null) {
    return (
      <Card title={words.heading}>
        <p>{words.tooLittle}</p>
      </Card>
    )
  }
  const age = Math.round(readingAge)
  return (
    <Card title={words.heading} isGap={age > target}>
      <p>
        <strong>{say(words.age, {age})}</strong> {say(words.aim, {target})}
      </p>
      <AgeLine age={age} target={target} />
      <p class="note">{say(words.length, {words: length, sentences})}</p>
      {worst.length > 0 && <h4 class="govuk-heading-s">{words.hardest}</h4>}
      <ul class="gaps">
        {worst.slice(0, 3).map(({text, place, readingAge, words: count}) => (
          <li key={place.start.offset}>
            <Jump words={{text, start: place.start.offset}} />{' '}
            <span class="note">{say(words.about, {age: Math.round(readingAge), words: count})}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function AgeLine({age, target}: {age: number; target: number}) {
  const at = (years: number): number => ((Math.min(oldest, Math.max(youngest, years)) - youngest) / (oldest - youngest)) * 300
  return (
    <svg class="age-line" viewBox="-8 0 316 30" role="img" aria-label={say(words.picture, {age, target})}>
      <line x1="0" x2="300" y1="15" y2="15" class="age-scale" />
      <line x1="0" x2={at(target)} y1="15" y2="15" class="age-fine" />
      <line x1={at(target)} x2={at(target)} y1="4" y2="26" class="age-target" />
      <circle cx={at(age)} cy="15" r="7" class="age-here" />
    </svg>
  )
}
