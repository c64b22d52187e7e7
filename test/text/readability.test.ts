import textReadability from 'text-readability'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {isFamiliar} from '../../src/text/familiar-words.ts'
import {addUp, createCounter, hardWordsIn, scoresOf, sentenceAge, tokensIn} from '../../src/text/readability.ts'
import {syllablesIn} from '../../src/text/syllables.ts'

const hard = 'Professionals identified inconsistent parental engagement with therapeutic interventions and assessments.'
const plain = 'The dog sat by the door and we all went out to play in the sun with a red ball.'

describe('syllables', () => {
  it.each([
    ['behaviour', 3],
    ['behaviours', 3],
    ['safety', 2],
    ['therefore', 2],
    ['ongoing', 3],
    ['experience', 4],
    ['experiences', 5],
    ['anxiety', 4],
    ['area', 3],
    ['areas', 3],
    ['society', 4],
    ['timescale', 2],
    ['everything', 3],
    ['children', 2],
    ['family', 3],
    ['professional', 4],
    ['walked', 1],
    ['stopped', 1],
    ['wanted', 2],
    ['needed', 2],
    ['naked', 2],
    ['helped', 1],
    ['houses', 2],
    ['churches', 2],
    ['addresses', 3],
    ['anxious', 2],
    ['serious', 3],
    ["didn't", 2],
    ["they're", 1],
    ["James's", 2],
    ['Noah', 2],
    ['Leah', 2],
    ['Siân', 1],
    ['Niamh', 1],
    ['Zoë', 2],
    ['PLO', 3],
    ['IRO', 3],
    ['EHCP', 4],
    ['GP', 2],
    ['IROs', 3],
    ['SW', 4],
    ['CAMHS', 1],
    ['MARAC', 2],
    ['2026', 1],
    ['co-operate', 4]
  ])('%s has %i', (word, syllables) => {
    expect(tokensIn(word).reduce((sum, part) => sum + syllablesIn(part), 0)).toBe(syllables)
  })
})

describe('familiar words', () => {
  it.each(['colour', 'neighbours', 'favourite', 'centre', 'grey', 'learnt', 'whilst', 'theatre', 'programme', 'realised', 'mum', "Nan's"])(
    '%s, in British spelling, is familiar',
    word => expect(isFamiliar(word)).toBe(true)
  )
  it.each(['families', 'tries', 'walked', 'stopped', 'bigger', 'happiest', 'quickly', "child's", "don't", 'making'])(
    '%s follows from a familiar word',
    word => expect(isFamiliar(word)).toBe(true)
  )
  it.each(['assess', 'threshold', 'intervention', 'cognisant', 'neglect', 'parental', 'process'])('%s is not familiar', word => {
    expect(isFamiliar(word)).toBe(false)
  })
})

describe('counts', () => {
  const count = createCounter()
  it('counts what a reader would, sentence by sentence', () => {
    expect(count('Maria met her family at 9.15am on 4 May.')).toMatchObject({sentences: 1, words: 9, polysyllables: 2, letters: 26})
    expect(tokensIn('Ring 01632 960 411 or jo@council.example, drop-in at 10:30.')).toEqual([
      'Ring',
      '01632 960 411',
      'or',
      'jo@council.example,',
      'drop',
      'in',
      'at',
      '10:30'
    ])
  })
  it('takes names, explained terms and British spellings for no difficulty', () => {
    expect(count('We met Bernadette in Wolverhampton.').difficult).toBe(0)
    expect(createCounter({names: new Set(['bernadette'])})('Bernadette came.').difficult).toBe(0)
    expect(createCounter({explained: new Set(['advocacy'])})('She has an advocacy worker.').difficult).toBe(0)
    expect(count('The neighbours like the colour of the theatre.').difficult).toBe(0)
  })
  it('counts a familiar word as familiar however often it comes', () => {
    expect(count('The dog and the cat and the man and the boy and the girl').difficult).toBe(0)
  })
})

describe('scores', () => {
  const scores = (sentences: readonly string[]) => scoresOf(addUp(sentences.map(createCounter())))
  // Counted by hand: 8 sentences of 4, 5, 5, 5, 5, 4, 4 and 4 words; 38 syllables, with “happy” and “garden” the only words of two.
  const easy = [
    'The cat sat down.',
    'She ran to the door.',
    'He had a big dog.',
    'We like to go out.',
    'The sun is so hot.',
    'He is a boy.',
    'They are so happy.',
    'My garden is big.'
  ]
  it('agree with the formulas worked by hand', () => {
    const found = scores(easy)
    expect(found).toMatchObject({words: 36, sentences: 8, smog: 3.13, gunningFog: 1.8})
    expect(found.fleschReadingEase).toBeCloseTo(206.835 - 1.015 * (36 / 8) - 84.6 * (38 / 36), 1)
    expect(found.fleschKincaidGrade).toBeCloseTo(0.39 * (36 / 8) + 11.8 * (38 / 36) - 15.59, 2)
    expect(found.daleChall).toBeCloseTo(0.0496 * (36 / 8), 2)
  })
  it('agree with text-readability where its counting is sound', () => {
    // One space between sentences, capitals after stops, no names, and whole tenths of syllables and words in the mean.
    const text = easy.join(' ')
    const found = scores(easy)
    expect(Math.abs((found.fleschReadingEase as number) - textReadability.fleschReadingEase(text))).toBeLessThan(4.3)
    expect(Math.abs((found.fleschKincaidGrade as number) - textReadability.fleschKincaidGrade(text))).toBeLessThan(0.7)
    expect(Math.abs((found.smog as number) - textReadability.smogIndex(text))).toBeLessThan(0.1)
    expect(Math.abs((found.colemanLiau as number) - textReadability.colemanLiauIndex(text))).toBeLessThan(0.5)
  })
  it('stay as they are when the text is repeated', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(hard, plain, ...easy), {minLength: 8, maxLength: 20}),
        fc.integer({min: 2, max: 6}),
        (sentences, times) => {
          const once = scores(sentences)
          const often = scores(Array.from({length: times}, () => sentences).flat())
          if (once.words < 30) return
          for (const key of ['readingAge', 'smog', 'gunningFog', 'daleChall', 'fleschReadingEase', 'colemanLiau'] as const) {
            expect(often[key]).toBeCloseTo(once[key] as number, 1)
          }
        }
      )
    )
  })
  it('are silent below thirty words', () => {
    expect(scores([plain])).toMatchObject({words: 20, sentences: 1, readingAge: null, smog: null, daleChall: null})
  })
  it('put hard text years above plain text', () => {
    const difference = (scores([hard, hard, hard, hard]).readingAge as number) - (scores([plain, plain]).readingAge as number)
    expect(difference).toBeGreaterThan(8)
  })
  it('of one sentence are not upset by one hard word', () => {
    const count = createCounter()
    expect(sentenceAge(count(hard))).toBeGreaterThan(16)
    expect(sentenceAge(count('Ruby is autistic and has epilepsy.'))).toBeLessThan(13)
    expect(sentenceAge(count(plain))).toBeLessThan(9)
  })
})

it('names the hardest words of a sentence, without names', () => {
  expect(hardWordsIn('We think Wolverhampton showed inconsistent engagement with therapeutic work.')).toEqual([
    'inconsistent',
    'therapeutic',
    'engagement'
  ])
})
