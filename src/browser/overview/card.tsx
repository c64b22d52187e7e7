/** A part of what matters; one with a gap is marked so, in words and in colour. */
import type {ComponentChildren} from 'preact'
import type {Words} from '../../index.ts'
import {goToPlace} from '../go.ts'

const mostLetters = 140

export function Card({title, isGap = false, children}: {title: string; isGap?: boolean; children: ComponentChildren}) {
  return (
    <section class={isGap ? 'card gap' : 'card'}>
      <h3 class="govuk-heading-s">{title}</h3>
      {children}
    </section>
  )
}

/** Words of the document that lead to where they stand. */
export function Jump({words: {text, start}}: {words: Pick<Words, 'text' | 'start'>}) {
  const shown = text.length > mostLetters ? `${text.slice(0, mostLetters).replace(/\s+\S*$/, '')} …` : text
  return (
    <button type="button" class="link quote" onClick={() => goToPlace(start)}>
      “{shown}”
    </button>
  )
}
