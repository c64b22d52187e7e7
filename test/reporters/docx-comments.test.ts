import {unzipSync} from 'fflate'
import fc from 'fast-check'
import mammoth from 'mammoth'
import {describe, expect, it} from 'vitest'
import {checkedCopy, type Document, type Message, read} from '../../src/index.ts'
import {docx, para, run} from '../helpers/docx.ts'
import {newFaults} from '../helpers/open-xml.ts'
import {isKept, partsThatDiffer} from '../helpers/same-parts.ts'
import {lookAt} from '../helpers/word-comments.ts'
import {rewrite} from '../helpers/word-edits.ts'
import {messageOn, messageOnWords, reportOn} from '../helpers/word-messages.ts'
import {boxed, quirks} from '../helpers/word-quirks.ts'

const date = '2026-03-04T09:30:00Z'
const copy = (bytes: Uint8Array, messages: (document: Document) => Message[]): Uint8Array => {
  const document = read(bytes, 'plan.docx')
  return checkedCopy(reportOn(document, messages(document)), document, bytes, {date}).bytes
}
const own = (bytes: Uint8Array) => lookAt(bytes).comments.filter(({author}) => author === 'planlint')

/** Stretches of one line, white space at their ends left out as rules do. */
function stretches({text}: Document): {start: number; end: number}[] {
  const found: {start: number; end: number}[] = []
  for (const line of text.matchAll(/[^\n]+/g)) {
    const ends = [...line[0].matchAll(/\S+/gu)].map(word => ({
      start: line.index + word.index,
      end: line.index + word.index + word[0].length
    }))
    for (const [index, {start}] of ends.entries()) for (const {end} of ends.slice(index)) found.push({start, end})
    const letters = [...line[0].matchAll(/\S/gu)].map(letter => ({
      start: line.index + letter.index,
      end: line.index + letter.index + letter[0].length
    }))
    found.push(...letters)
  }
  return found
}

describe.each(Object.entries(quirks))('%s', (_, parts) => {
  const bytes = docx(parts)
  const document = read(bytes, 'plan.docx')
  const all = stretches(document)

  it('selects exactly the words, one by one', () => {
    const step = Math.ceil(all.length / 40)
    for (const range of all.filter((__, index) => index % step === 0)) {
      const checked = copy(bytes, () => [messageOn(document, range)])
      expect(own(checked).map(({words}) => words)).toEqual([document.text.slice(range.start, range.end)])
      expect(own(checked).map(({signs}) => signs)).toEqual([1])
    }
  })

  it('selects exactly the words, many at once, and changes nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.nat(all.length - 1), {minLength: 1, maxLength: 8}), async picked => {
        const ranges = picked.map(index => all[index] as {start: number; end: number})
        const checked = copy(bytes, () => ranges.map(range => messageOn(document, range)))
        expect(own(checked).map(({words}) => words)).toEqual(ranges.map(({start, end}) => document.text.slice(start, end)))
        expect(lookAt(checked).text).toBe(lookAt(bytes).text)
        expect(read(checked, 'plan.docx').text).toBe(document.text)
        expect(lookAt(checked).comments.filter(({author}) => author !== 'planlint')).toEqual(
          lookAt(bytes).comments.filter(({author}) => author !== 'planlint')
        )
        const rawText = async (file: Uint8Array) => (await mammoth.extractRawText({buffer: Buffer.from(file)})).value.trim().split(/\s+/)
        // mammoth cannot read a comment inside a text.
        if (!parts.body.includes('<!--')) expect(await rawText(checked)).toEqual(await rawText(bytes))
      }),
      {numRuns: 12}
    )
  })

  it('is a valid Word file as far as it was one before', async () => {
    expect(
      await newFaults(
        bytes,
        copy(bytes, () => all.filter((__, index) => index % 3 === 0).map(range => messageOn(document, range)))
      )
    ).toEqual([])
  })

  it('keeps the text of the part letter by letter, and every other part byte for byte', () => {
    const checked = copy(bytes, () => all.map(range => messageOn(document, range)))
    expect(partsThatDiffer(bytes, checked)).toEqual(expect.arrayContaining(['word/document.xml']))
    expect(partsThatDiffer(bytes, checked).filter(path => !touched.includes(path))).toEqual([])
    if (!/<w:t>\s|\s<\/w:t>/.test(parts.body)) expect(isKept(bytes, checked, 'word/document.xml')).toBe(true)
  })
})

const touched = [
  'word/document.xml',
  'word/_rels/document.xml.rels',
  '[Content_Types].xml',
  'word/comments.xml',
  'word/commentsExtended.xml'
]

describe('a comment', () => {
  const bytes = docx(para('Family plan', '<w:outlineLvl w:val="0"/>') + para('Mum to engage with services.'))

  it('says what, why in a sentence, what to do instead, and the rule last', () => {
    const [comment] = own(copy(bytes, document => [messageOnWords(document, 'engage')]))
    expect(comment?.lines).toEqual([
      'Warning: Nobody could say whether this had happened.',
      'A parent cannot do what nobody can see.',
      'What to do: Say what would be seen.',
      expect.stringMatching(/^Reference [0-9a-z]{7}$/),
      'planlint: vague-wording'
    ])
    expect(comment).toMatchObject({author: 'planlint', initials: 'pl', date})
  })

  it('about the whole document stands on its title, and says so', () => {
    const [comment] = own(copy(bytes, document => [messageOn(document)]))
    expect(comment?.words).toBe('Family plan')
    expect(comment?.lines).toContain('This is about the whole document.')
  })

  it('about the whole of a document without a heading stands on its first line', () => {
    expect(own(copy(docx(para('Dear Ms Orme') + para('Hello.')), document => [messageOn(document)]))[0]?.words).toBe('Dear Ms Orme')
  })

  it('holds any text', () => {
    const odd = 'a < b & "c" \u0007 ]]> 😀'
    const [comment] = own(copy(bytes, document => [messageOnWords(document, 'engage', {reason: odd, expected: []})]))
    expect(comment?.lines[0]).toBe('Warning: a < b & "c"  ]]> 😀.')
  })

  it('stands beside a text box, where Word has no comments, and quotes the words', async () => {
    const file = docx(para(`${run('Before ')}${boxed(para('Mum to engage'))}${run(' after')}`) + para('Next'))
    const checked = copy(file, document => [messageOnWords(document, 'engage')])
    const [comment] = own(checked)
    expect(comment).toMatchObject({words: '', signs: 1})
    expect(comment?.lines.join(' ')).toContain(
      'Word has no comments inside a text box, so this one stands beside it. The words are “engage”.'
    )
    expect(await newFaults(file, checked)).toEqual([])
  })

  it('on a note stands on the sign that leads to it', () => {
    const footnotes = `<w:footnote w:id="2">${para('Mum to engage')}</w:footnote><w:footnote w:id="3">${para('See list')}</w:footnote>`
    const sign = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`
    const checked = copy(docx({body: para(`${run('One')}${sign(3)}${run('two')}${sign(2)}${run('three')}`), footnotes}), document => [
      messageOnWords(document, 'engage')
    ])
    expect(own(checked)[0]?.lines.join(' ')).toContain('The words are in this note: “engage”.')
    const main = new TextDecoder().decode(unzipSync(checked)['word/document.xml'])
    expect(main).toMatch(/<w:commentRangeStart w:id="0"\/><w:r><w:footnoteReference w:id="2"\/><\/w:r><w:commentRangeEnd w:id="0"\/>/)
  })

  it('on the margin of the page stands on the title', () => {
    const checked = copy(
      docx({body: para('Plan', '<w:outlineLvl w:val="0"/>') + para('Text'), headers: [para('DRAFT of XXX')]}),
      document => [messageOnWords(document, 'XXX')]
    )
    expect(own(checked)[0]).toMatchObject({words: 'Plan'})
    expect(own(checked)[0]?.lines.join(' ')).toContain('The words are “XXX”.')
  })
})

describe('a package', () => {
  const words = (bytes: Uint8Array, main?: string) => lookAt(bytes, main).comments.map(comment => comment.words)

  it('may have a main part of another name', async () => {
    const bytes = docx({body: para('Mum to engage.'), main: 'word/document2.xml'})
    const checked = copy(bytes, document => [messageOnWords(document, 'engage')])
    expect(words(checked, 'word/document2.xml')).toEqual(['engage'])
    expect(await newFaults(bytes, checked)).toEqual([])
  })

  it('may be strict, or name its namespaces otherwise', async () => {
    for (const namespace of [
      'http://purl.oclc.org/ooxml/wordprocessingml/main',
      'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
    ]) {
      const main = `<x:document xmlns:x="${namespace}"><x:body><x:p><x:r><x:t>Mum to engage.</x:t></x:r></x:p></x:body></x:document>`
      const bytes = docx({body: '', files: {'word/document.xml': main}})
      const checked = copy(bytes, document => [messageOnWords(document, 'engage')])
      expect(words(checked)).toEqual(['engage'])
      expect(await newFaults(bytes, checked)).toEqual([])
    }
  })

  it('may begin its parts with a byte order mark', () => {
    const bytes = docx({
      body: '',
      files: {'word/document.xml': `\ufeff${new TextDecoder().decode(unzipSync(docx(para('Mum to engage.')))['word/document.xml'])}`}
    })
    const checked = copy(bytes, document => [messageOnWords(document, 'engage')])
    expect([...(unzipSync(checked)['word/document.xml'] ?? []).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(words(checked)).toEqual(['engage'])
  })

  it('gets no comments part where there is nothing to say', () => {
    const bytes = docx(para('Mum will go.'))
    expect(
      partsThatDiffer(
        bytes,
        copy(bytes, () => [])
      )
    ).toEqual(['word/document.xml'])
  })

  it('with a digital signature is left alone, in one sentence', () => {
    const bytes = docx({body: para('Mum to engage.'), files: {'_xmlsignatures/origin.sigs': ''}})
    expect(() => copy(bytes, () => [])).toThrow(/^This Word file has a digital signature, which a comment would break: .*\.$/)
  })
})

describe('a second run', () => {
  const bytes = docx(para('Plan', '<w:outlineLvl w:val="0"/>') + para('Mum to engage with services soon.') + para('Dad to engage.'))
  const three = (document: Document) => [
    messageOn(document),
    messageOnWords(document, 'engage with services'),
    messageOnWords(document, 'soon', {ruleId: 'vague-timescale'})
  ]

  it('adds nothing twice', () => {
    const once = copy(bytes, three)
    const document = read(once, 'plan.docx')
    const again = checkedCopy(reportOn(document, three(document)), document, once, {date})
    expect(again).toMatchObject({added: 0, kept: 3, removed: 0})
    expect(again.bytes).toEqual(once)
  })

  it('takes out what is dealt with, and leaves the comments of others', async () => {
    const once = copy(bytes, three)
    const document = read(once, 'plan.docx')
    const again = checkedCopy(reportOn(document, [messageOnWords(document, 'soon', {ruleId: 'vague-timescale'})]), document, once, {date})
    expect(again).toMatchObject({added: 0, kept: 1, removed: 2})
    expect(own(again.bytes).map(({words}) => words)).toEqual(['soon'])
    expect(lookAt(again.bytes).text).toBe(lookAt(bytes).text)
    expect(new TextDecoder().decode(unzipSync(again.bytes)['word/document.xml']).match(/<w:comment\w+/g)).toHaveLength(3)
    expect(await newFaults(bytes, again.bytes)).toEqual([])
  })

  it('knows a comment beside a text box, and one on a note, again', () => {
    const footnotes = `<w:footnote w:id="2">${para('Dad to improve')}</w:footnote>`
    const body = para(`${run('Text')}<w:r><w:footnoteReference w:id="2"/></w:r>${boxed(para('Mum to engage'))}`)
    const both = (document: Document) => [messageOnWords(document, 'engage'), messageOnWords(document, 'improve')]
    const once = copy(docx({body, footnotes}), both)
    const document = read(once, 'plan.docx')
    expect(checkedCopy(reportOn(document, both(document)), document, once, {date})).toMatchObject({added: 0, kept: 2, removed: 0})
  })

  it('comments on words again whose comment has lost its own', () => {
    const once = copy(docx(para(run('soon')) + para('Dad to come.')), document => [messageOnWords(document, 'soon')])
    const moved = rewrite(rewrite(once, '>soon<', '><'), 'Dad to come.', 'Dad to come soon.')
    const document = read(moved, 'plan.docx')
    expect(checkedCopy(reportOn(document, [messageOnWords(document, 'soon')]), document, moved, {date})).toMatchObject({
      added: 1,
      removed: 1
    })
  })

  it('comments on the same words in another place', () => {
    const once = copy(bytes, document => [messageOnWords(document, 'engage with services', {actual: 'engage'})])
    const document = read(once, 'plan.docx')
    const start = document.text.lastIndexOf('engage')
    const again = checkedCopy(reportOn(document, [messageOn(document, {start, end: start + 6})]), document, once, {date})
    expect(again).toMatchObject({added: 1, kept: 0, removed: 1})
  })
})
