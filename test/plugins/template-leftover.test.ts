import {expect, it} from 'vitest'
import rule from '../../plugins/template-leftover.ts'
import {prepareRules} from '../../src/engine/run-rule.ts'
import {lint} from '../../src/lint.ts'

function leftoversIn(text: string): (string | null)[] {
  const {messages} = lint(new TextEncoder().encode(text), 'letter.txt', {type: 'letter-before-proceedings', rules: prepareRules([rule])})
  return messages.map(({actual}) => actual)
}

// The README of the rule marks findings with the same quotation marks as Word's merge fields, so these stand here.
it('finds merge fields in every kind of mark', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a merge field, written as some systems write it
  expect(leftoversIn('Dear «First_Name» and <<Parent 2>>,\n\nYour child ${ChildName} lives at <insert address>.')).toEqual([
    '«First_Name»',
    '<<Parent 2>>',
    '{ChildName}',
    '<insert address>'
  ])
})

it('leaves signs of more and less alone', () => {
  expect(leftoversIn('His weight was < 5 kg and > 3 kg. {} [ ] << >> and 3 <4 were said.')).toEqual([])
})
