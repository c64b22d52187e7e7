/** The social worker's visits are one thing, whether a row asks for them or a section tells of them. */
import {describe, expect, it} from 'vitest'
import {compareVersions} from '../../src/compare/compare.ts'
import {planOf, read} from '../../src/index.ts'

const said = (visits: string, row = ''): string =>
  `# Child protection plan\n\nChild: Ada Lunt, born 4 May 2017\n\nSocial worker: Petra Hale\n\n## The plan\n\n| Worry | Outcome | Action | Who | By when |\n|---|---|---|---|---|\n| Ada has toothache | Ada eats without pain | Take Ada to the dentist | Kim Lunt | 20 July 2026 |\n${row}\n${visits}\n`

function visitsOf(before: string, after: string): string[] {
  const versions = [before, after].map((text, index) => ({
    path: `${index}.md`,
    plan: planOf(read(new TextEncoder().encode(text), `${index}.md`), {asOf: index === 0 ? '2026-03-04' : '2026-06-03'})
  }))
  return compareVersions(versions, () => false)
    .changes.filter(({before, after}) => /\b(?:visits?|comes?|see|sees|home)\b/i.test(`${before?.text} ${after?.text}`))
    .map(({kind}) => kind)
}

const section = (text: string): string => `\n## Visits\n\n${text}`

describe('visits as often as before', () => {
  it.each([
    [
      section('Petra Hale will visit every ten working days and see Ada alone.'),
      section('Every ten working days by Petra, some without a call first.')
    ],
    [section('Petra will come to the flat every two weeks.'), section('Petra comes once a fortnight. She sees Ada by herself.')]
  ])('are unchanged from section to section', (before, after) => {
    expect(visitsOf(said(before), said(after))).toEqual(['unchanged'])
  })

  it('are unchanged from a row to a section', () => {
    const row = '| | | Visit Ada at home and see her room | Petra Hale | Every two weeks |\n'
    expect(visitsOf(said('', row), said(section('Petra comes to your flat once a fortnight.')))).toEqual(['unchanged'])
  })
})

it('nothing is said of visits that are told less often, or no longer', () => {
  const before = said(section('Petra will visit every week.'))
  expect(visitsOf(before, said(section('Petra will visit every four weeks.')))).toEqual([])
  expect(visitsOf(before, said(''))).toEqual([])
})
