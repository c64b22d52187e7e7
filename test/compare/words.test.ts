/** What two texts have in common. */
import {describe, expect, it} from 'vitest'
import {shared, stemsOf} from '../../src/compare/words.ts'

const inCommon = (a: string, b: string): number => shared(stemsOf(a), stemsOf(b), () => 1)

describe('the words of two texts', () => {
  it.each([
    ['quarter to nine', '8.45'],
    ['half past five', '5:30pm'],
    ['ten past eight', '8.10'],
    ['five o’clock', '5pm'],
    ['quarter to ten', '21:45']
  ])('hold one time of day: %s, %s', (a, b) => {
    expect(inCommon(a, b)).toBe(1)
  })

  it('are nearly one where only the ending differs, and not where one only begins like the other', () => {
    expect(inCommon('deliver', 'delivery')).toBeGreaterThan(0)
    expect(inCommon('break', 'breakfast')).toBe(0)
  })
})
