import {describe, expect, it} from 'vitest'
import {outlineOf, overviewOf, planOf, read} from '../../src/index.ts'

const head = `# Child protection plan

Children: Ella Marsh (7), Finn Marsh (5), Noah Marsh (1)

Mother: Ruth Marsh

Father: Carl Dunn

Social worker: Jo Reed

Date of plan: 4 March 2026

## Plan

| Worry | Outcome | Action | Who | When |
|---|---|---|---|---|
`

function planWith(...rows: string[]) {
  return planOf(read(new TextEncoder().encode(head + rows.join('\n')), 'plan.md'))
}

describe('outlineOf', () => {
  const text = `${head}| Ella and Finn are hungry. | Ella and Finn eat breakfast. | Ruth will cook breakfast | Ruth Marsh | Every morning |`
  const outline = outlineOf(planOf(read(new TextEncoder().encode(text), 'plan.md')))

  it('holds the words of the document and where they stand', () => {
    const [row] = outline.rows
    for (const {text: words, start, end} of [...(row?.worries ?? []), ...(row?.outcomes ?? []), ...(row?.actions ?? [])]) {
      expect(text.slice(start, end)).toBe(words)
    }
    expect(row?.worries.map(({text}) => text)).toEqual(['Ella and Finn are hungry.'])
  })

  it('is plain: it travels between threads as it is', () => {
    expect(structuredClone(outline)).toEqual(outline)
    expect(JSON.parse(JSON.stringify(outline))).toEqual(outline)
  })

  it('names an owner once, whatever the column and the action call them', () => {
    expect(outline.rows[0]?.actions[0]).toMatchObject({owners: ['Ruth Marsh'], hasOwner: true, hasTime: true, carriers: ['mother']})
  })

  it.each([
    ['| Ella is hungry. | Ella eats. | Carl will cook | Carl Dunn | Daily |', ['father']],
    ['| Ella is hungry. | Ella eats. | Cook together | Ruth Marsh and Carl Dunn | Daily |', ['mother', 'father']],
    ['| Ella is hungry. | Ella eats. | Find a breakfast club | Jo Reed | 4 May 2026 |', ['professional']],
    ['| Ella is hungry. | Ella eats. | Breakfast club place to be found. | | |', ['nobody']]
  ])('says whom an action falls to: %s', (row, carriers) => {
    const [action] = outlineOf(planWith(row)).rows[0]?.actions ?? []
    expect(action?.carriers).toEqual(carriers)
    expect(action?.hasOwner).toBe(carriers[0] !== 'nobody')
  })
})

describe('overviewOf', () => {
  it('shows a child whom the rows leave out as a gap, though a row speaks of the children', () => {
    const {children} = overviewOf(
      planWith(
        '| Ella and Finn are hungry. | Ella and Finn eat breakfast. | Ruth will cook | Ruth Marsh | Daily |',
        '| The children put themselves to bed. | Better evenings. | Carl will put the children to bed | Carl Dunn | Daily |'
      )
    )
    expect(children.map(({name, worry, action}) => [name, worry, action])).toEqual([
      ['Ella', true, true],
      ['Finn', true, true],
      ['Noah', false, false]
    ])
  })
})
