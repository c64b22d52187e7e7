/** The labelled pairs: what a careful reviewing officer would say has moved, and how much of it is found. */
import {extname} from 'node:path'
import {expect, it} from 'vitest'
import {changeKinds, letterKinds} from '../../src/comparison.ts'
import {labelledLetters, labelledPairs} from '../../src/scripts/pairs.ts'
import {scorePairs, storedCompareScores} from '../../src/scripts/score-compare.ts'

const {scores} = await scorePairs()

it('has twelve pairs and more, in every format, some laid out in another format the second time', () => {
  const pairs = labelledPairs()
  expect(pairs.length).toBeGreaterThanOrEqual(12)
  const formats = new Set(pairs.flatMap(({documents}) => documents.map(extname)))
  expect([...formats].sort()).toEqual(['.docx', '.html', '.md', '.pdf', '.txt'])
  expect(pairs.filter(({documents}) => new Set(documents.map(extname)).size > 1).length).toBeGreaterThanOrEqual(8)
  expect(pairs.some(({documents}) => documents.length > 2)).toBe(true)
  expect(labelledLetters().length).toBeGreaterThanOrEqual(5)
})

it.each([...changeKinds, ...letterKinds])('finds nine in ten of %s, and is right nine times in ten', kind => {
  const {labels, precision, recall} = scores.all[kind] ?? {labels: 0, precision: 0, recall: 0}
  expect(labels).toBeGreaterThanOrEqual(3)
  expect(precision).toBeGreaterThanOrEqual(0.9)
  expect(recall).toBeGreaterThanOrEqual(0.9)
})

it('has not fallen below the figures stored', () => {
  const fallen = Object.entries(storedCompareScores()).flatMap(([part, kinds]) =>
    Object.entries(kinds).flatMap(([kind, before]) => {
      const now = scores[part as keyof typeof scores][kind]
      return (['precision', 'recall'] as const)
        .filter(figure => (now?.[figure] ?? 0) < before[figure])
        .map(figure => `${part}: ${figure} of ${kind}`)
    })
  )
  // Meant to be so? Then: npm run score:compare -- --write
  expect(fallen).toEqual([])
})
