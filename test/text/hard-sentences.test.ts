import meta from '../../rules/hard-to-read/rule.json' with {type: 'json'}
import {describe, expect, it} from 'vitest'
import {planOf, read} from '../../src/index.ts'
import {ownWordsOf} from '../../src/model/prose.ts'
import {createHardVote, isSurelyVotedHard} from '../../src/text/hard-sentences.ts'
import {sentenceAge} from '../../src/text/readability.ts'
import {labelledDocuments} from '../../src/scripts/corpus.ts'

/** As the rule has it: only sentences that right counts find hard are asked about. */
const {margin} = meta.options

describe('the vote on hard sentences', () => {
  it('is what the library says wherever our counts make it certain, at any target age', () => {
    let certain = 0
    for (const age of [9, 11, 14]) {
      const isVotedHard = createHardVote(age)
      for (const {path, bytes} of labelledDocuments()) {
        const {prose} = planOf(read(bytes, path))
        for (const {at, own} of prose) {
          if (own.words < 6 || sentenceAge(own) < age + margin || !isSurelyVotedHard(own, age)) continue
          certain++
          expect(isVotedHard(ownWordsOf(at)), `${age}: ${ownWordsOf(at)}`).toBe(true)
        }
      }
    }
    expect(certain).toBeGreaterThan(100)
  })
})
