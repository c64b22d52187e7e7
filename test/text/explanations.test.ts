import {describe, expect, it} from 'vitest'
import {isSpelledOut} from '../../src/text/expansions.ts'
import {isExplained, isPlainWords, opensExplanation} from '../../src/text/explanations.ts'

/** The term stands between « and ». */
function explained(marked: string, next = ''): boolean {
  const start = marked.indexOf('«')
  const end = marked.indexOf('»') - 1
  return isExplained({sentence: marked.replace(/[«»]/g, ''), start, end, next})
}

function spelledOut(marked: string, ...full: string[]): boolean {
  const start = marked.indexOf('«')
  const end = marked.indexOf('»') - 1
  return isSpelledOut(marked.replace(/[«»]/g, ''), start, end, full)
}

describe('isExplained', () => {
  it.each([
    ['You will go to a «core group» (the family and workers who run the plan).'],
    ['Please get «legal aid» (free legal advice) first.'],
    ['They talk about the steps before court («pre-proceedings») on Monday.'],
    ['A «care order» – an order that lets the council decide – is one choice.'],
    ['Joel shows «emotional dysregulation»: he throws chairs, then cries.'],
    ['He may need a «child protection conference», a big meeting that can give him a stronger plan.'],
    ['She has an «advocate», Lou, who helps her say what she thinks.'],
    ['This is a pattern of «disguised compliance», in that you agree and then do not do it.'],
    ['Marta calls it «criminal exploitation», which means using a child to break the law.'],
    ['This is sometimes called «county lines» or running.'],
    ['“«Child in need»” means the council has to help you.'],
    ['A «core group» is a meeting of the family and workers.']
  ])('is told by %s', sentence => expect(explained(sentence)).toBe(true))

  it.each([
    ['Dad will have «direct work» (Tuesdays, 4pm).'],
    ['Ask about «direct work» (Mrs Dhillon).'],
    ['The manager called a «strategy meeting» on Monday.'],
    ['«Direct work» is a priority for the team.'],
    ['Mum needs «direct work», a report and tests.'],
    ['«Return home interviews» after missing episodes (each time he goes missing).'],
    ['«Disruption activity» – to be agreed.']
  ])('is not told by %s', sentence => expect(explained(sentence)).toBe(false))

  it('reads the next sentence only where it opens like an explanation', () => {
    expect(explained('We may start «care proceedings».', 'This means that a judge decides.')).toBe(true)
    expect(explained('Fill in the «National Referral Mechanism» form.', 'It tells the government that he was used.')).toBe(true)
    expect(explained('This affects her «parenting capacity».', 'This is the second plan for the children.')).toBe(false)
    expect(explained('There is «substance misuse».', 'Mum is not well.')).toBe(false)
  })
})

describe('isPlainWords', () => {
  it('is not a name, a date or a note of when', () => {
    expect(isPlainWords('a nurse for small children')).toBe(true)
    expect(isPlainWords('Debbie Marsh')).toBe(false)
    expect(isPlainWords('6 sessions in May')).toBe(false)
    expect(isPlainWords('by the end of term')).toBe(false)
  })
})

describe('opensExplanation', () => {
  it('needs words that say what something is', () => {
    expect(opensExplanation('It is a meeting of the workers.')).toBe(true)
    expect(opensExplanation('It is important to come.')).toBe(false)
    expect(opensExplanation('')).toBe(false)
  })
})

describe('isSpelledOut', () => {
  it.each([
    ['the Education Welfare Officer («EWO») will ring', 'education welfare officer'],
    ['the «EWO» (Education Welfare Officer) will ring', 'education welfare officer'],
    ['the Public Law Outline, or «PLO», says', 'public law outline'],
    ['Public Law Outline – «PLO» – says', 'public law outline'],
    ['independent reviewing officers («IROs») came', 'independent reviewing officer'],
    ['the Multi-Agency Child Exploitation («MACE») meeting', 'multi-agency child exploitation'],
    ['his Education, Health and Care Plan («EHCP»)', 'education, health and care plan']
  ])('%s', (marked, full) => expect(spelledOut(marked, full)).toBe(true))

  it('works by first letters where the full words are not known', () => {
    expect(spelledOut('the Quiet Room Team («QRT») will ring')).toBe(true)
    expect(spelledOut('Mrs Tandy («SENCO») will ring')).toBe(false)
    expect(spelledOut('ask the school with «SW» present')).toBe(false)
  })
})
