import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {least, pool, shownGroups} from '../../src/audit/small-groups.ts'
import type {Group} from '../../src/audit/sums.ts'

/** A group whose documents all serve one measure, and so many of them another. */
const group = (documents: number, letters = 0): Group => ({
  documents,
  totals: new Map([
    ['plans', {hits: documents, of: documents, documents}],
    ...(letters > 0 ? [['letters', {hits: 1, of: letters, documents: letters}] as const] : [])
  ])
})
const groups = (sizes: readonly (readonly [number, number?])[]): Map<string, Group> =>
  new Map(sizes.map(([documents, letters], index) => [`team ${index}`, group(documents, letters)]))

describe('small groups', () => {
  it('are put together, with the next larger one where they would still be small', () => {
    expect(shownGroups(groups([[20], [2], [4], [9]]), 'small', false).map(({name, group}) => [name, group.documents])).toEqual([
      ['team 0', 20],
      ['team 3', 9],
      ['small', 6]
    ])
    expect(shownGroups(groups([[20], [2], [9]]), 'small', false).map(({name, group}) => [name, group.documents])).toEqual([
      ['team 0', 20],
      ['small', 11]
    ])
  })

  it('hide a figure that rests on few documents, and another that would tell it', () => {
    const shown = shownGroups(
      groups([
        [20, 2],
        [20, 7],
        [20, 12]
      ]),
      'small',
      false
    )
    expect(shown.map(({hidden}) => [...hidden])).toEqual([['letters'], ['letters'], []])
  })

  it('are shown as they are when asked for', () => {
    expect(shownGroups(groups([[1, 1], [20]]), 'small', true).map(({name, hidden}) => [name, hidden.size])).toEqual([
      ['team 0', 0],
      ['team 1', 0]
    ])
  })

  it('never leave one hidden figure alone, nor a shown group or figure of fewer than five, whatever the sizes', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({min: 1, max: 30}), fc.integer({min: 0, max: 12}))), sizes => {
        const all = groups(sizes)
        const shown = shownGroups(all, 'small', false)
        const total = sizes.reduce((sum, [documents]) => sum + documents, 0)
        expect(shown.reduce((sum, {group}) => sum + group.documents, 0)).toBe(total)
        if (total >= least) for (const {group} of shown) expect(group.documents).toBeGreaterThanOrEqual(least)
        const withLetters = shown.filter(({group}) => group.totals.has('letters'))
        const hidden = withLetters.filter(({hidden}) => hidden.has('letters'))
        for (const {group, hidden} of withLetters) {
          if (!hidden.has('letters')) expect(group.totals.get('letters')?.documents).toBeGreaterThanOrEqual(least)
        }
        if (withLetters.length > 1) expect(hidden.length).not.toBe(1)
      })
    )
  })

  it('pool what is small, and nothing where nothing is', () => {
    expect([
      ...pool([
        ['a', group(5)],
        ['b', group(9)]
      ])
    ]).toEqual([])
    expect([
      ...pool([
        ['a', group(4)],
        ['b', group(9)]
      ])
    ]).toEqual(['a', 'b'])
  })
})
