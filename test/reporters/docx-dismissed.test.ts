import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {type Change, check, checkedCopy, type Message, read} from '../../src/index.ts'
import {newFaults} from '../helpers/open-xml.ts'
import {lookAt} from '../helpers/word-comments.ts'

const bytes = new Uint8Array(readFileSync('corpus/child-protection/cp-13.docx'))
const date = '2026-03-04T09:30:00Z'
const document = read(bytes, 'plan.docx')
const {report} = check(document, 'plan.docx')
const placed = report.messages.filter(({place}) => place !== null)

function copied(answers: ReadonlyMap<Message, string>, changes: readonly Change[] = [], file = bytes) {
  return checkedCopy(report, read(file, 'plan.docx'), file, {date, answers, changes})
}

describe('a finding put aside', () => {
  const [first, second] = placed as [Message, Message]
  const answers = new Map([
    [first, 'Agreed with Mum & <Nan>'],
    [second, 'It is said in the other plan']
  ])
  const copy = copied(answers)

  it('is a resolved comment with the reason as its reply, on the same words', () => {
    const comments = (read(copy.bytes, 'plan.docx').comments ?? []).filter(({resolved}) => resolved)
    expect(comments.map(({replies}) => replies)).toEqual([...answers.values()].map(text => [{author: 'Reviewer', text}]))
    const looked = lookAt(copy.bytes).comments
    for (const {author, words, signs, lines} of looked.filter(comment => comment.author === 'Reviewer')) {
      expect([author, signs]).toEqual(['Reviewer', 1])
      expect(placed.map(({actual}) => actual)).toContain(words)
      expect([...answers.values()]).toContain(lines.join('\n'))
    }
  })

  it('is not told again by the next run, which keeps the reason', () => {
    const again = check(read(copy.bytes, 'plan.docx'), 'plan.docx').report
    expect(again.messages).toHaveLength(report.messages.length - 2)
    expect(again.accepted.map(({how, reason}) => [how, reason])).toEqual([...answers.values()].map(reason => ['resolved', reason]))
  })

  it('leaves a file that is valid', async () => {
    expect(await newFaults(bytes, copy.bytes)).toEqual([])
  })

  it('takes the place of an open comment of an earlier run', () => {
    const before = checkedCopy(report, document, bytes, {date}).bytes
    const messages = check(read(before, 'plan.docx'), 'plan.docx').report.messages
    const now = checkedCopy({...report, messages}, read(before, 'plan.docx'), before, {
      date,
      answers: new Map([[messages.find(({place}) => place !== null) as Message, 'Seen']])
    })
    expect(now).toMatchObject({added: 1, removed: 1})
    expect((read(now.bytes, 'plan.docx').comments ?? []).filter(({resolved}) => resolved)).toHaveLength(1)
  })
})

describe('changes of words', () => {
  const words = 'Jia'
  const sentence = /[A-Z][^.\n]{60,}(?=\.)/.exec(document.text)
  const start = sentence?.index ?? 0
  const end = start + (sentence?.[0].length ?? 0)

  it('are marked in the text, so that a reader who accepts them has the new words', async () => {
    const copy = copied(new Map(), [{start, end, words}])
    expect(copy.unmarked).toEqual([])
    expect(read(copy.bytes, 'plan.docx').text).toBe(document.text.slice(0, start) + words + document.text.slice(end))
    expect(await newFaults(bytes, copy.bytes)).toEqual([])
  })

  it('may only add', () => {
    const copy = copied(new Map(), [{start: end, end, words: ' on 4 May'}])
    expect(copy.unmarked).toEqual([])
    expect(read(copy.bytes, 'plan.docx').text).toBe(`${document.text.slice(0, end)} on 4 May${document.text.slice(end)}`)
  })

  it('that cannot be marked are named', () => {
    const impossible = {start: 0, end: document.text.length, words: 'x'}
    expect(copied(new Map(), [impossible]).unmarked).toEqual([impossible])
  })
})
