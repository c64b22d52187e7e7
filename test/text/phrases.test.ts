import {describe, expect, it} from 'vitest'
import {createMatcher} from '../../src/text/phrases.ts'

describe('phrases', () => {
  it.each(['(family (meeting|conference)|review)', 'what [we [all]] want', '(what we [all] want|our aim)', 'go [to (a|the)] clinic'])(
    'cannot have groups inside groups: %s',
    phrase => expect(() => createMatcher({list: [{phrase}]})).toThrow(phrase)
  )

  it('can have groups side by side', () => {
    const {match} = createMatcher({list: [{phrase: '(what we want|our) [big] (aim|aims)~ (now|today)'}]})
    expect(match('Here is our big aims today.')).toHaveLength(1)
  })
})
