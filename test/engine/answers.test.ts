import {describe, expect, it} from 'vitest'
import {type CarriedAnswer, check, checkedCopy, type DocumentReport, read} from '../../src/index.ts'
import {cell, docx, para, row, run, table} from '../helpers/docx.ts'
import {reply, resolve, rewrite, saved} from '../helpers/word-edits.ts'

const heading = (text: string) => para(text, '<w:outlineLvl w:val="0"/>')
const plan = (rows: string[][], more = '', comments?: string) =>
  docx({
    ...(comments && {comments}),
    body: [
      heading('Child in need plan'),
      para('Child: Sam Orme, born 3 May 2018'),
      para('Mother: Dawn Orme'),
      para('Date of plan: 4 March 2026'),
      heading('Plan'),
      table(
        ...[['Worry', 'What will be different for Sam', 'Action', 'Who', 'By when'], ...rows].map(cells =>
          row(cells.map(text => cell(text)))
        )
      ),
      more
    ].join('')
  })
const late = [
  'Sam is late for school and misses breakfast',
  'Sam is in class by 9 and has eaten',
  'Mum to engage with services',
  'Mum',
  'ASAP'
]
const tired = ['Sam is tired because he is up at night', 'Sam sleeps in his own bed by 8', 'Mum to put Sam to bed at 8', 'Mum', 'ongoing']
const first = plan([late, tired])

const checked = (bytes: Uint8Array, answers?: CarriedAnswer[]) => check(read(bytes, 'plan.docx'), 'plan.docx', {answers})
const report = (bytes: Uint8Array): DocumentReport => checked(bytes).report
const said = (bytes: Uint8Array, rule: string) => report(bytes).messages.flatMap(({ruleId, actual}) => (ruleId === rule ? [actual] : []))
const copied = (bytes: Uint8Array): Uint8Array => {
  const document = read(bytes, 'plan.docx')
  return saved(checkedCopy(report(bytes), document, bytes, {date: '2026-03-04T09:30:00Z'}).bytes)
}

describe('answers in Word', () => {
  const copy = copied(first)
  const answered = resolve(reply(copy, 'vague-wording', 'Dawn knows which group: it is on her fridge'), 'vague-timescale')

  it('begin with findings', () => {
    expect(said(first, 'vague-wording')).toEqual(['engage with services'])
    expect(said(first, 'vague-timescale')).toEqual(['ASAP', 'ongoing'])
    expect(report(first).accepted).toEqual([])
  })

  it('keep a finding quiet, and list it with the reason', () => {
    expect(said(answered, 'vague-wording')).toEqual([])
    expect(said(answered, 'vague-timescale')).toEqual(['ongoing'])
    expect(report(answered).accepted).toEqual([
      {
        ruleId: 'vague-wording',
        actual: 'engage with services',
        location: 'Table 1, row 2, Action',
        reason: 'Dawn knows which group: it is on her fridge',
        how: 'reply'
      },
      {ruleId: 'vague-timescale', actual: 'ASAP', location: 'Table 1, row 2, By when', reason: '', how: 'resolved'}
    ])
    expect(report(answered).messages).toHaveLength(report(first).messages.length - 2)
  })

  it('hold when something else is edited, also above and in the same cell', () => {
    const edited = rewrite(
      rewrite(rewrite(answered, 'Mother: Dawn Orme', 'Mother: Dawn Orme, 12 Keel Street'), 'Sam is late', 'Most days Sam is late'),
      'Mum to ',
      'Again, Mum to '
    )
    expect(report(edited).accepted.map(({ruleId}) => ruleId)).toEqual(['vague-wording', 'vague-timescale'])
    expect(said(edited, 'vague-wording')).toEqual([])
  })

  it('bring nothing back when the words go', () => {
    const edited = rewrite(answered, 'engage with services', 'ring Ms Lowe')
    expect(said(edited, 'vague-wording')).toEqual([])
    expect(report(edited).accepted.map(({ruleId}) => ruleId)).toEqual(['vague-timescale'])
  })

  it('end when the words change', () => {
    const edited = rewrite(answered, 'engage with services', 'engage with support')
    expect(said(edited, 'vague-wording')).toEqual(['engage with support'])
  })

  it('are theirs alone: the same words elsewhere are still reported', () => {
    expect(said(rewrite(answered, '>ongoing<', '>ASAP<'), 'vague-timescale')).toEqual(['ASAP'])
  })

  it('whose words are gone answer nothing elsewhere', () => {
    const edited = rewrite(rewrite(answered, '>ASAP<', '><'), '>ongoing<', '>ASAP<')
    expect(said(edited, 'vague-timescale')).toEqual(['ASAP'])
  })

  it('stay in the next copy, and a new comment comes for changed words', () => {
    const edited = rewrite(answered, 'engage with services', 'engage with support')
    const document = read(edited, 'plan.docx')
    expect(checkedCopy(report(edited), document, edited, {date: '2026-03-06T09:30:00Z'})).toMatchObject({added: 1, removed: 0})
    const next = read(copied(edited), 'plan.docx').comments ?? []
    expect(next.filter(({resolved, replies}) => resolved || replies.length > 0)).toHaveLength(2)
  })

  it('about the whole document are given on the title', () => {
    expect(
      report(copy)
        .messages.filter(({actual}) => actual === null)
        .map(({ruleId}) => ruleId)
    ).toContain('missing-contingency')
    const done = resolve(copy, 'missing-contingency')
    expect(report(done).accepted).toEqual([
      {ruleId: 'missing-contingency', actual: null, location: 'Whole document', reason: '', how: 'resolved'}
    ])
  })
})

describe('a comment that says to ignore a rule', () => {
  const commented = (words: string, text: string) => {
    const marked = `<w:commentRangeStart w:id="1"/>${run(words)}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>`
    const comments = `<w:comment w:id="1" w:author="Rupinder Sandhu" w:date="2026-03-05T10:00:00Z" w:initials="RS">${para(text)}</w:comment>`
    const again = ['Sam is hungry', 'Sam eats three meals a day', 'Dad to engage with services', 'Dad', '4 April 2026']
    return plan([[late[0] as string, late[1] as string, para(`${run('Mum to ')}${marked}${run('.')}`), 'Mum', 'ASAP'], again], '', comments)
  }

  it('silences it on those words only, with the reason', () => {
    const bytes = commented('engage with services', 'planlint: ignore vague-wording: agreed with the family')
    expect(said(bytes, 'vague-wording')).toEqual(['engage with services'])
    expect(said(bytes, 'vague-timescale')).toEqual(['ASAP'])
    expect(report(bytes).accepted).toMatchObject([{ruleId: 'vague-wording', reason: 'agreed with the family', how: 'ignored'}])
  })

  it('may name several rules', () => {
    const bytes = commented('engage with services soon', 'Planlint: ignore vague-wording, vague-timescale')
    expect(
      report(bytes)
        .accepted.map(({ruleId}) => ruleId)
        .sort()
    ).toEqual(['vague-timescale', 'vague-wording'])
  })

  it('does nothing for another rule, and other comments do nothing', () => {
    for (const text of ['planlint: ignore jargon', 'Please ignore vague-wording', 'planlint: vague-wording']) {
      expect(report(commented('engage with services', text)).accepted).toEqual([])
    }
  })

  it('on the title silences what the rule finds of the whole document', () => {
    const marked = `<w:commentRangeStart w:id="1"/>${run('Child in need plan')}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>`
    const comments = `<w:comment w:id="1" w:author="RS" w:date="2026-03-05T10:00:00Z">${para('planlint: ignore missing-contingency')}</w:comment>`
    const body = `${para(marked, '<w:outlineLvl w:val="0"/>')}${para('Child: Sam Orme, born 3 May 2018')}${heading('Plan')}${table(row(['Worry', 'Action', 'Who', 'By when'].map(text => cell(text))), row(['Sam is late', 'Mum to wake Sam at 7', 'Mum', '4 March 2026'].map(text => cell(text))))}`
    expect(report(docx(body)).messages.map(({ruleId}) => ruleId)).toContain('missing-contingency')
    expect(report(docx({body, comments})).messages.map(({ruleId}) => ruleId)).not.toContain('missing-contingency')
    expect(report(docx({body, comments})).accepted).toMatchObject([{ruleId: 'missing-contingency', how: 'ignored'}])
  })
})

describe('the next version', () => {
  const answered = resolve(reply(copied(first), 'vague-wording', 'It is on her fridge'), 'vague-timescale')
  const {answers} = checked(answered)
  const accepted = (bytes: Uint8Array) => checked(bytes, answers).report.accepted.map(({ruleId, actual}) => `${ruleId}: ${actual}`)

  it('keeps the answers where words and place are the same, wherever the row stands now', () => {
    const next = plan(
      [tired, ['Sam’s teeth hurt', 'Sam eats without pain', 'Mum to ring the dentist', 'Mum', '4 April 2026'], late],
      para('One more page.')
    )
    expect(accepted(next)).toEqual(['vague-wording: engage with services', 'vague-timescale: ASAP'])
  })

  it('asks again in another row, and for changed words', () => {
    expect(accepted(plan([[...tired.slice(0, 4), 'ASAP']]))).toEqual([])
    expect(accepted(plan([[...late.slice(0, 2), 'Mum to engage with support', 'Mum', 'ASAP'], tired]))).toEqual(['vague-timescale: ASAP'])
  })

  it('serves each answer once', () => {
    expect(accepted(plan([late, late]))).toEqual(['vague-wording: engage with services', 'vague-timescale: ASAP'])
  })

  it('may be in another format', () => {
    const lines = [
      ['Worry', 'What will be different for Sam', 'Action', 'Who', 'By when'],
      ['---', '---', '---', '---', '---'],
      late,
      tired
    ]
    const markdown = `# Child in need plan\n\nChild: Sam Orme, born 3 May 2018\n\n# Plan\n\n${lines.map(cells => `| ${cells.join(' | ')} |`).join('\n')}\n`
    expect(check(read(new TextEncoder().encode(markdown), 'plan.md'), 'plan.md', {answers}).report.accepted).toHaveLength(2)
  })
})
