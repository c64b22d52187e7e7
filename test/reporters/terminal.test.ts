import {describe, expect, it} from 'vitest'
import {type DocumentReport, type Message, reportOf, type Sources, terminal} from '../../src/index.ts'

const message = (changes: Partial<Message>): Message => ({
  ruleId: 'missing-owner',
  severity: 'warning',
  reason: 'Nobody is named to do this',
  actual: 'Referral to be made',
  expected: ['Name one person or post'],
  replacement: null,
  child: null,
  place: null,
  location: 'Table 2, row 4, By whom',
  note: '',
  url: '',
  ...changes
})
const document = (messages: Message[], changes: Partial<DocumentReport> = {}): DocumentReport => ({
  path: 'plan.md',
  type: 'child-in-need-plan',
  typeConfidence: 1,
  notices: [],
  date: '2026-03-04',
  children: [{name: 'Ella', born: null}],
  readability: null,
  plan: null,
  messages,
  accepted: [],
  error: null,
  ...changes
})
const contexts = (before: string, words: string, after: string): Sources => new Map([['plan.md', {contexts: [{before, words, after}]}]])
const page = (...documents: DocumentReport[]): string => terminal(reportOf(documents))

describe('a finding', () => {
  it('says where, marks the words in their sentence, and what to write', () => {
    const text = terminal(reportOf([document([message({})])]), contexts('Mum agrees. ', 'Referral to be made', ' soon.'))
    expect(text).toBe(`plan.md
  Child in need plan for Ella, dated 4 March 2026

  warning  Nobody is named to do this (missing-owner)
           Table 2, row 4, By whom
             Mum agrees. «Referral to be made» soon.
           → Name one person or post

1 document checked: 0 errors, 1 warning, 0 hints.
`)
  })

  it('quotes the words alone where no sentence is known', () => {
    expect(page(document([message({})]))).toContain('             «Referral to be made»\n')
    expect(page(document([message({actual: null, location: 'Whole document'})]))).not.toContain('«')
  })

  it('shortens a long sentence around the words, and a long quotation inside', () => {
    const long = 'word '.repeat(60)
    const text = terminal(reportOf([document([message({actual: 'here'})])]), contexts(long, 'here', ` ${long}`))
    expect(text).toMatch(/… word [\s\S]*word «here» word[\s\S]*word …\n/)
    expect(text.length).toBeLessThan(700)
    expect(page(document([message({actual: long})]))).toMatch(/«word word[\s\S]* … [\s\S]*word»/)
  })

  it('underlines on a terminal with colours and uses no quotation marks then', () => {
    const text = terminal(reportOf([document([message({})])]), contexts('', 'Referral to be made', ''), {colour: true})
    expect(text).toContain('\u001b[1m\u001b[4mReferral to be made\u001b[24m\u001b[22m')
    expect(text).not.toContain('«')
  })
})

describe('findings of one rule', () => {
  it('share a reason and an answer that are the same', () => {
    const text = page(document([message({}), message({actual: 'Visit Ella', location: 'Table 2, row 5, By whom'})]))
    expect(text.match(/Nobody is named to do this: 2 places \(missing-owner\)/g)).toHaveLength(1)
    expect(text.match(/→ Name one person or post/g)).toHaveLength(1)
  })

  it('share a reason in which only the quoted words differ', () => {
    const vague = (actual: string, answer: string): Message =>
      message({ruleId: 'vague-wording', actual, reason: `Nobody could see “${actual}”`, expected: [answer]})
    const text = page(document([vague('engage', 'How often?'), vague('improve', 'How much?')]))
    expect(text).toContain('Nobody could see “…”: 2 places (vague-wording)')
    expect(text.indexOf('→ How often?')).toBeLessThan(text.indexOf('«improve»'))
  })

  it('keep their own reasons where those differ, and do not say the answer twice', () => {
    const text = page(
      document([
        message({ruleId: 'jargon', reason: 'In plain words: a worker', expected: ['a worker']}),
        message({ruleId: 'jargon', reason: 'In plain words: a meeting', expected: ['a meeting']})
      ])
    )
    expect(text).toContain('  warning  jargon: 2 places\n')
    expect(text).toContain('In plain words: a meeting')
    expect(text).not.toContain('→')
  })

  it('stand in the order in which the rules first speak', () => {
    const text = page(
      document([
        message({severity: 'error', ruleId: 'missing-contingency', reason: 'No contingency', actual: null}),
        message({}),
        message({ruleId: 'jargon', reason: 'Jargon'}),
        message({actual: 'Another'})
      ])
    )
    const at = ['No contingency', 'Nobody is named to do this: 2 places', 'Jargon'].map(words => text.indexOf(words))
    expect(at).toEqual([...at].sort((a, b) => a - b))
    expect(at).not.toContain(-1)
  })
})

it('keeps hints short and last', () => {
  const hint = (actual: string): Message => message({severity: 'info', ruleId: 'jargon', actual, reason: 'An everyday word at work'})
  const text = page(document([message({}), ...Array.from({length: 12}, (_, index) => hint(`word ${index}`)), hint('word 1')]))
  expect(text).toContain('13 hints\n           jargon: “word 0”, “word 1”')
  expect(text).toMatch(/“word 9” and 2\s+more/)
  expect(text).not.toContain('An everyday word at work')
})

it('lists what somebody has answered, with the reason, last', () => {
  const text = page(
    document([message({severity: 'info', ruleId: 'jargon', actual: 'core group'})], {
      accepted: [
        {ruleId: 'vague-wording', actual: 'engage', location: 'Table 1', reason: 'Dawn\u001b[2J knows', how: 'reply'},
        {ruleId: 'missing-visits', actual: null, location: 'Whole document', reason: '', how: 'resolved'},
        {ruleId: 'jargon', actual: 'CGM', location: 'Table 1', reason: 'her own word', how: 'ignored'}
      ]
    })
  )
  expect(text).toContain(`  3 accepted, with the reason given
           vague-wording: “engage”, answered in a comment: Dawn knows
           missing-visits: Whole document, resolved in Word, no reason given
           jargon: “CGM”, switched off in a comment: her own word
`)
  expect(text.indexOf('1 hint')).toBeLessThan(text.indexOf('3 accepted'))
})

describe('a document', () => {
  it('without findings says that a person must still judge', () => {
    expect(page(document([]))).toContain('Nothing found to put right. Only a person can judge')
  })

  it('says above its findings what planlint was not sure of', () => {
    const notices = [
      'Not recognised as a child in need plan, a child protection plan or a letter before proceedings: only its wording was checked.'
    ]
    const lines = page(document([], {type: 'unknown', children: [], notices})).replace(/\s+/g, ' ')
    expect(lines).toMatch(/^plan\.md Not recognised as a child in need plan, .* wording was checked\. Nothing found/)
  })

  it('that could not be read says why', () => {
    expect(page(document([], {error: {code: 'rtf', message: 'This is a rich text file.'}}))).toContain(
      'plan.md\n  not read  This is a rich text file.'
    )
  })

  it('tells its reading age and its hardest part', () => {
    const scores = {
      words: 9,
      sentences: 1,
      fleschReadingEase: 1,
      fleschKincaidGrade: 1,
      smog: 1,
      gunningFog: 1,
      daleChall: 1,
      colemanLiau: 1,
      automatedReadability: 1
    }
    const sections = [
      {...scores, section: 'Visits', readingAge: 10},
      {...scores, section: 'Contingency', readingAge: 16.4}
    ]
    const text = page(document([], {readability: {...scores, readingAge: 12.6, target: 11, sections, worst: []}}))
    expect(text).toContain('Reading age 13 (aim: 11); hardest part: “Contingency”, 16')
  })
})

it('ends several documents with a table and a line for a manager', () => {
  const failed = document([], {path: 'b.doc', type: 'unknown', error: {code: 'legacy-doc', message: 'Old.'}})
  const text = page(document([message({severity: 'error'}), message({})]), document([message({severity: 'info'})], {path: 'a.md'}), failed)
  expect(
    text.endsWith(`
Document  Type                Errors  Warnings  Hints  Reading age
plan.md   Child in need plan       1         1      0            -
a.md      Child in need plan       0         0      1            -
b.doc     Could not be read        -         -      -            -

2 documents checked: 1 error, 1 warning, 1 hint. 1 of 2 has something that stops
it from working. 1 file could not be read.
`)
  ).toBe(true)
})

it('never runs past the edge, whatever the words are', () => {
  const words = 'x'.repeat(300)
  const report = reportOf([
    document([message({actual: words, reason: words, location: words, expected: [words]})], {
      path: words,
      children: [{name: words, born: null}]
    }),
    document([message({})], {path: `${words}.md`})
  ])
  for (const width of [40, 60, 80, 110]) {
    for (const colour of [false, true]) {
      const lines = terminal(report, undefined, {width, colour})
        .replace(/\u001b\[\d+m/g, '')
        .split('\n')
      // The table needs room for its columns.
      const widest = Math.max(...lines.filter(line => !/Warnings|plan +\d/.test(line)).map(line => line.length))
      expect(widest).toBeLessThanOrEqual(width)
    }
  }
})

it('lets nothing of a document steer the terminal', () => {
  const nasty = 'a\u001b[31mb\u001b]0;title\u0007c\u009b2Jd\u202ee\u2066f\u0000g\r\nh\u0085i\u200bj\ud800k\u001bPq\u001b\\l'
  const text = terminal(
    reportOf([
      document([message({actual: nasty, reason: nasty, location: nasty, expected: [nasty], ruleId: 'x'})], {
        path: nasty,
        children: [{name: nasty, born: null}]
      })
    ]),
    contexts(nasty, nasty, nasty)
  )
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]|[\ud800-\udfff]/)
  expect(text).toContain('abcdefg h ijkl')
})
