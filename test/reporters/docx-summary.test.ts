/** The page in front of a checked file. */
import {strFromU8, unzipSync} from 'fflate'
import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {check, checkedCopy, overviewOf, planOf, read} from '../../src/index.ts'
import {docx, para, run} from '../helpers/docx.ts'
import {textsOf} from '../helpers/libreoffice.ts'
import {newFaults} from '../helpers/open-xml.ts'
import {lookAt} from '../helpers/word-comments.ts'
import {edited} from '../helpers/word-edits.ts'

const bytes = new Uint8Array(readFileSync('corpus/child-protection/cp-13.docx'))
const date = '2026-03-04T09:30:00Z'
const copied = (file: Uint8Array) => {
  const document = read(file, 'plan.docx')
  return checkedCopy(check(document, 'plan.docx').report, document, file, {date, summary: overviewOf(planOf(document))}).bytes
}
const mainOf = (file: Uint8Array) => strFromU8(unzipSync(file)['word/document.xml'] as Uint8Array)
const control = /<w:sdt><w:sdtPr><w:alias [^>]*\/><w:tag w:val="planlint-summary"\/><\/w:sdtPr>.*?<\/w:sdt>/s

describe('a summary page', () => {
  const checked = copied(bytes)

  it('stands in front, in one control', () => {
    expect(mainOf(checked)).toMatch(new RegExp(`<w:body>${control.source}`, 's'))
  })

  it('is read by neither reader nor rules', () => {
    expect(read(checked, 'plan.docx').text).toBe(read(bytes, 'plan.docx').text)
    const before = check(read(bytes, 'plan.docx'), 'plan.docx').report
    expect(check(read(checked, 'plan.docx'), 'plan.docx').report).toEqual(before)
  })

  it('leaves the comments on their words', () => {
    const {messages} = check(read(bytes, 'plan.docx'), 'plan.docx').report
    const own = lookAt(checked).comments.filter(({author}) => author === 'planlint')
    expect(own.filter((_, index) => messages[index]?.actual !== null).map(({words}) => words)).toEqual(
      messages.flatMap(({actual}) => actual ?? [])
    )
  })

  it('is valid', async () => {
    expect(await newFaults(bytes, checked)).toEqual([])
  })

  it('says what is needed, what there is for each child, and who does what by when', () => {
    const text = textsOf({checked}, 'as they are').checked ?? ''
    const page = text.slice(0, text.indexOf('Review Child Protection Plan'))
    expect(page).toMatch(/^Summary by planlint\nMade on 4 March 2026\. This page is no part of the document/)
    expect(page).toContain('Needed before the conference\n')
    expect(page).toContain('The contingency heading has nothing under it yet (Whole document)')
    expect(page).toMatch(/Fletcher\n+yes\n+yes\n+yes\n+yes\n+Marnie\n+yes\n+yes\n+yes\n+not found\n/)
    expect(page).toMatch(/Lee will finish the Caring Dads course\n+Lee\n+31\/01\/2026\n/)
  })

  it('is replaced by the next run, not added to', () => {
    const again = copied(checked)
    expect(again).toEqual(checked)
    expect(mainOf(again).match(/planlint-summary/g)).toHaveLength(1)
  })

  it('goes in one step, and all else is as without it', () => {
    const document = read(bytes, 'plan.docx')
    const without = checkedCopy(check(document, 'plan.docx').report, document, bytes, {date}).bytes
    expect(mainOf(edited(checked, part => part('word/document.xml', xml => xml.replace(control, ''))))).toBe(mainOf(without))
  })

  it('uses the styles of the file, and takes no number from its headings', () => {
    const styles = [
      ['Berschrift1', 'heading 1'],
      ['Ueb2', 'heading 2'],
      ['Liste', 'List Bullet']
    ].map(([id, name]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`)
    const table = '<w:style w:type="table" w:styleId="Gitter"><w:name w:val="Table Grid"/></w:style>'
    const page = control.exec(
      mainOf(
        copied(
          docx({
            body: para('Child in need plan', '<w:pStyle w:val="Berschrift1"/>') + para('Child: Sam Orme, born 3 May 2018'),
            styles: styles.join('') + table
          })
        )
      )
    )?.[0]
    expect(page).toContain('<w:pStyle w:val="Berschrift1"/><w:keepNext/><w:numPr><w:numId w:val="0"/></w:numPr>')
    for (const style of ['<w:pStyle w:val="Ueb2"/>', '<w:pStyle w:val="Liste"/>', '<w:tblStyle w:val="Gitter"/>'])
      expect(page).toContain(style)
    expect(page).toContain('Needed before the meeting')
  })

  it('says so where no child and no action are found', () => {
    const page = control.exec(mainOf(copied(docx(para(run('Notes of a walk in the park.'))))))?.[0]
    for (const text of ['Needed before the document goes out', 'No child is named.', 'No action was found.']) expect(page).toContain(text)
  })
})
