/** Changes of words, marked for the worker to accept or reject. */
import {strFromU8, unzipSync} from 'fflate'
import {describe, expect, it} from 'vitest'
import {type CopySettings, check, checkedCopy, type Document, type Message, read} from '../../src/index.ts'
import {docx, para, run} from '../helpers/docx.ts'
import {newFaults} from '../helpers/open-xml.ts'
import {lookAt} from '../helpers/word-comments.ts'
import {edited} from '../helpers/word-edits.ts'
import {messageOnWords, reportOn} from '../helpers/word-messages.ts'

const settings: CopySettings = {date: '2026-03-04T09:30:00Z', suggest: true}
const copy = (bytes: Uint8Array, messages: (document: Document) => Message[]) => {
  const document = read(bytes, 'plan.docx')
  return checkedCopy(reportOn(document, messages(document)), document, bytes, settings)
}
const mainOf = (bytes: Uint8Array) => strFromU8(unzipSync(bytes)['word/document.xml'] as Uint8Array)
const utilise = (document: Document) => [messageOnWords(document, 'utilise', {ruleId: 'complex-wording', replacement: 'use'})]
const change = 'w:id="70" w:author="Jo Marsh" w:date="2026-01-02T03:04:05Z"'

describe('a change', () => {
  it('is marked as an insertion and a deletion that look as the words do', async () => {
    const bytes = docx(para('<w:r w:rsidR="00AB12CD"><w:rPr><w:b/></w:rPr><w:t>Mum will utilise the group.</w:t></w:r>'))
    const checked = copy(bytes, utilise)
    const look = '<w:r w:rsidR="00AB12CD"><w:rPr><w:b/></w:rPr>'
    const by = 'w:author="planlint" w:date="2026-03-04T09:30:00Z"'
    expect(mainOf(checked.bytes)).toContain(
      [
        `${look}<w:t xml:space="preserve">Mum will </w:t></w:r><w:commentRangeStart w:id="0"/>`,
        `<w:del w:id="1" ${by}>${look}<w:delText xml:space="preserve">utilise</w:delText></w:r></w:del>`,
        `<w:ins w:id="2" ${by}>${look}<w:t xml:space="preserve">use</w:t></w:r></w:ins>`,
        '<w:commentRangeEnd w:id="0"/><w:r><w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr><w:commentReference w:id="0"/></w:r>',
        `${look}<w:t xml:space="preserve"> the group.</w:t></w:r>`
      ].join('')
    )
    expect(checked.suggested).toBe(1)
    expect(await newFaults(bytes, checked.bytes)).toEqual([])
  })

  it.each([
    ['the whole of a run', para(`${run('Mum will ')}${run('utilise', '<w:i/>')}${run(' it.')}`)],
    ['at the start of a paragraph', para('utilise the group')],
    ['at the end of one', para('Mum will utilise')],
    ['over runs split in the word', para(`${run('Mum will ut')}${run('il', '<w:b/>')}<w:proofErr w:type="spellEnd"/>${run('ise it')}`)],
    ['white space that does not count', para('<w:r><w:t> utilise it </w:t></w:r>')]
  ])('%s', async (_, body) => {
    const bytes = docx(body)
    const checked = copy(bytes, utilise)
    expect(checked.suggested).toBe(1)
    expect(read(checked.bytes, 'plan.docx').text).toBe(read(bytes, 'plan.docx').text.replace('utilise', 'use'))
    expect(lookAt(checked.bytes).comments[0]?.words).toBe('use')
    const deleted = [...mainOf(checked.bytes).matchAll(/<w:delText[^>]*>([^<]*)</g)].map(([, text]) => text)
    expect(deleted.join('')).toBe('utilise')
    expect(await newFaults(bytes, checked.bytes)).toEqual([])
  })

  it.each([
    ['in a tracked insertion', para(`${run('Mum will ')}<w:ins ${change}>${run('utilise it')}</w:ins>`)],
    ['in a hyperlink', para(`<w:hyperlink w:anchor="x">${run('utilise')}</w:hyperlink>`)],
    ['in a simple field', para(`<w:fldSimple w:instr=" TITLE ">${run('utilise')}</w:fldSimple>`)],
    [
      'in a field',
      para(
        `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TITLE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('utilise')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
      )
    ],
    ['in a control of its own', para(`<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>${run('utilise')}</w:sdtContent></w:sdt>`)],
    [
      'in a locked control',
      `<w:sdt><w:sdtPr><w:lock w:val="sdtContentLocked"/></w:sdtPr><w:sdtContent>${para('utilise')}</w:sdtContent></w:sdt>`
    ],
    [
      'where a bookmark begins in the words',
      para(`${run('uti')}<w:bookmarkStart w:id="3" w:name="b"/>${run('lise')}<w:bookmarkEnd w:id="3"/>`)
    ],
    ['beside a tab in the same run', para('<w:r><w:tab/><w:t>utilise</w:t></w:r>')]
  ])('is not marked %s; the comment stands there alone', (_, body) => {
    const checked = copy(docx(body), utilise)
    expect(checked).toMatchObject({added: 1, suggested: 0})
    expect(mainOf(checked.bytes)).not.toContain('w:author="planlint"')
  })

  it('is not marked without --suggest, without safe words, or in a file that is protected', () => {
    const bytes = docx(para('Mum will utilise it.'))
    const document = read(bytes, 'plan.docx')
    expect(checkedCopy(reportOn(document, utilise(document)), document, bytes, {date: settings.date}).suggested).toBe(0)
    expect(copy(bytes, one => [messageOnWords(one, 'utilise')]).suggested).toBe(0)
    const locked = (edit: string) =>
      docx({body: para('Mum will utilise it.'), settings: `<w:documentProtection w:edit="${edit}" w:enforcement="1"/>`})
    expect(copy(locked('forms'), utilise).suggested).toBe(0)
    expect(copy(locked('trackedChanges'), utilise).suggested).toBe(1)
  })

  it('is marked once where two rules speak of the same words, and not where another comment begins inside them', () => {
    const bytes = docx(para('Mum will utilise it.'))
    expect(copy(bytes, document => [...utilise(document), ...utilise(document)]).suggested).toBe(1)
    expect(copy(bytes, document => [...utilise(document), messageOnWords(document, 'lise it')]).suggested).toBe(0)
  })
})

describe('a later run', () => {
  const bytes = docx(para('Plan', '<w:outlineLvl w:val="0"/>') + para('Mum will utilise it.'))
  const once = copy(bytes, utilise).bytes
  const again = (file: Uint8Array, messages: (document: Document) => Message[]) => copy(file, messages)

  it('leaves a change that waits', () => {
    expect(again(once, () => [])).toMatchObject({added: 0, kept: 1, removed: 0, suggested: 0})
    expect(again(once, () => []).bytes).toEqual(once)
  })

  it('takes the comment out when the change is accepted', () => {
    const accepted = edited(once, part =>
      part('word/document.xml', xml => xml.replace(/<w:del .*?<\/w:del>/, '').replace(/<w:ins [^>]*>|<\/w:ins>/g, ''))
    )
    expect(again(accepted, () => [])).toMatchObject({added: 0, kept: 0, removed: 1})
  })

  it('does not suggest again what was rejected', () => {
    const rejected = edited(once, part =>
      part('word/document.xml', xml =>
        xml
          .replace(/<w:ins .*?<\/w:ins>/, '')
          .replace(/<w:del [^>]*>|<\/w:del>/g, '')
          .replace(/delText/g, 't')
      )
    )
    expect(again(rejected, utilise)).toMatchObject({added: 0, kept: 1, removed: 0, suggested: 0})
  })

  it('marks a change that the first run was not asked for', () => {
    const document = read(bytes, 'plan.docx')
    const plain = checkedCopy(reportOn(document, utilise(document)), document, bytes, {date: settings.date}).bytes
    expect(again(plain, utilise)).toMatchObject({added: 1, removed: 1, suggested: 1})
  })
})

describe('safe words', () => {
  const replacements = (...lines: string[]) => {
    const bytes = docx(lines.map(line => para(line)).join(''))
    return check(read(bytes, 'plan.docx'), 'plan.docx').report.messages.flatMap(({actual, replacement}) =>
      replacement === null ? [] : [`${actual} → ${replacement}`]
    )
  }

  it('take the form and the capital of the words', () => {
    expect(
      replacements(
        'Mum utilises the group, obtained help and ceased to drink prior to March.',
        'Whilst Dad is away, Mum is liaising with Ms Lowe.'
      ).sort()
    ).toEqual(
      ['Whilst → While', 'ceased → stopped', 'liaising with → talking to', 'obtained → got', 'prior to → before', 'utilises → uses'].sort()
    )
  })

  it('are not offered after “a” or “an”, in a quotation, or where no plain word fits every sentence', () => {
    expect(replacements('This was an insufficient answer.', 'Sam said: “I utilise it.”', 'Ensure that Sam is met.')).toEqual([])
  })

  it('spell out short forms that have one meaning, where they stand free', () => {
    expect(replacements('CAMHS will see Jia.', 'Ask the IRO about it.')).toEqual([
      'CAMHS → Child and adolescent mental health service (CAMHS)',
      'IRO → independent reviewing officer (IRO)'
    ])
    expect(replacements('An LD nurse, SW Lowe and the HV/midwife meet (MARAC).', 'ASC will help.')).toEqual([])
  })
})
