import {expect, test} from 'vitest'
import {read} from '../../src/readers/index.ts'
import {cell, type DocxParts, docx, item, para, row, run, table} from '../helpers/docx.ts'
import {misplaced, outline, texts} from '../helpers/tree.ts'

function readBody(parts: DocxParts | string) {
  const document = read(docx(parts), 'plan.docx')
  expect(misplaced(document)).toEqual([])
  return document
}

const show = (parts: DocxParts | string) => outline(readBody(parts))
const sdt = (content: string, properties = '') => `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`
const ins = (content: string) => `<w:ins w:id="1">${content}</w:ins>`
const field = (kind: string) => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`
const boxOf = (content: string) => `<w:txbxContent>${content}</w:txbxContent>`

test('the text is one block a line, cells one after the other, and every run knows its place', () => {
  const document = readBody(
    para(run('Mum to ') + run('eng', '<w:b/>') + run('age with services')) + table(row([cell('Who'), cell(para('Mum') + para('Dad'))]))
  )
  expect(document.text).toBe('Mum to engage with services\nWho\nMum\nDad')
  const places = texts(document).map(({value, data}) => [value, data?.place])
  expect(places).toEqual([
    ['Mum to ', {part: 'word/document.xml', paragraph: 0, run: 0, offset: 0}],
    ['eng', {part: 'word/document.xml', paragraph: 0, run: 1, offset: 0}],
    ['age with services', {part: 'word/document.xml', paragraph: 0, run: 2, offset: 0}],
    ['Who', {part: 'word/document.xml', paragraph: 1, run: 0, offset: 0}],
    ['Mum', {part: 'word/document.xml', paragraph: 2, run: 0, offset: 0}],
    ['Dad', {part: 'word/document.xml', paragraph: 3, run: 0, offset: 0}]
  ])
})

test('tabs, breaks, hyphens and non-breaking spaces are letters, and offsets count them', () => {
  const body = para(
    '<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:t>e\u00A0f</w:t></w:r>'
  )
  const document = readBody(body)
  expect(document.text).toBe('a\tb\nc\u2011de\u00A0f')
  expect(texts(document).map(({value, data}) => `${value}@${data?.place?.offset}`)).toEqual([
    'a@0',
    '\t@1',
    'b@2',
    'c@4',
    '\u2011@5',
    'd@6',
    'e\u00A0f@8'
  ])
})

test('white space at the ends of a w:t counts only with xml:space', () => {
  const document = readBody(para('<w:r><w:t> a </w:t></w:r><w:r><w:t xml:space="preserve"> b\nc </w:t></w:r>'))
  expect(document.text).toBe('a b c')
  expect(texts(document).map(({data}) => data?.place?.offset)).toEqual([1, 0])
})

test('bold runs that touch share one strong', () => {
  expect(show(para(run('By ', '<w:b/>') + run('whom:', '<w:b w:val="1"/>') + run(' Mum', '<w:b w:val="0"/>')) + para('x'))).toEqual([
    '**By whom:** Mum',
    'x'
  ])
})

test('headings by name, by outline level, by a chain of styles and by title, in any language', () => {
  const styles = `
    <w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/><w:rPr><w:b/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Council heading"/><w:basedOn w:val="berschrift2"/></w:style>
    <w:style w:type="paragraph" w:styleId="Outlined"><w:name w:val="Outlined"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>
    <w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>`
  const styled = (id: string) => para(`In ${id}`, `<w:pStyle w:val="${id}"/>`)
  const body =
    ['Title', 'berschrift2', 'Own', 'Outlined', 'Loop'].map(styled).join('') + para('Direct', '<w:outlineLvl w:val="3"/>') + para('Body')
  expect(show({body, styles})).toEqual([
    '# In Title',
    '## In berschrift2',
    '## In Own',
    '### In Outlined',
    'In Loop',
    '#### Direct',
    'Body'
  ])
})

test('heading styles are known by id when there is no styles part', () => {
  expect(show(para('Why', '<w:pStyle w:val="Heading2"/>') + para('Text'))).toEqual(['## Why', 'Text'])
})

test('a short line wholly bold, underlined or in capitals is a heading by its look', () => {
  const body = [
    para(run('What we are worried about', '<w:b/>')),
    para('One sentence of text.'),
    para('CONTINGENCY PLAN'),
    para('Another sentence.'),
    para(run('Views', '<w:u w:val="single"/>')),
    para('More of it.')
  ]
  expect(show(body.join(''))).toEqual([
    '###~ **What we are worried about**',
    'One sentence of text.',
    '###~ CONTINGENCY PLAN',
    'Another sentence.',
    '###~ **Views**',
    'More of it.'
  ])
})

test('what only resembles a heading stays a paragraph', () => {
  const bold = (text: string) => para(run(text, '<w:b/>'))
  const plain = [
    para('Text one is here.'),
    para('Text two is here.'),
    para('Text three is here.'),
    para('Text four is here.'),
    para('PF2 9AJ')
  ]
  const lines = show(
    [bold('He must not come home.'), bold('Date: 3 May'), ...plain, table(row([cell(bold('Who'))])), bold('Jo Bloggs')].join('')
  )
  expect(lines).toEqual([
    '**He must not come home.**',
    '**Date: 3 May**',
    'Text one is here.',
    'Text two is here.',
    'Text three is here.',
    'Text four is here.',
    'PF2 9AJ',
    '| 0,0: **Who**',
    '**Jo Bloggs**'
  ])
})

const level = (ilvl: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${ilvl}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`
const numbering = `
  <w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.')}${level(1, 'lowerLetter', '%2)')}${level(2, 'lowerRoman', '%1.%2.%3')}</w:abstractNum>
  <w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '\uF0B7')}</w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
  <w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
  <w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>`

test('lists have the labels that Word computes, and nest by level', () => {
  const body =
    item('one') + item('two') + item('first', 1, 1) + item('second', 1, 1) + item('deep', 1, 2) + item('three') + item('again', 1, 1)
  expect(show({body, numbering})).toEqual(['1. one', '2. two', '  a) first', '  b) second', '    2.b.i deep', '3. three', '  a) again'])
})

test('lists go on after text, start where an override says, and have bullets', () => {
  const body =
    item('one') + para('Between.') + item('two') + item('five', 2) + item('six', 2) + para('Then.') + item('dot', 3) + para('End.')
  expect(show({body, numbering})).toEqual(['1. one', 'Between.', '2. two', '5. five', '6. six', 'Then.', '• dot', 'End.'])
})

test('a style can number, and numId 0 takes the number away', () => {
  const styles = `<w:style w:type="paragraph" w:styleId="Action"><w:name w:val="Action"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`
  const styled = '<w:pStyle w:val="Action"/>'
  const body = para('a', styled) + para('b', `${styled}<w:numPr><w:numId w:val="0"/></w:numPr>`) + para('c', styled) + para('d')
  expect(show({body, styles, numbering})).toEqual(['1. a', 'b', '2. c', 'd'])
})

test('lists work in cells', () => {
  expect(show({body: table(row([cell(item('a') + item('b')), cell('c')])), numbering})).toEqual(['| 0,0: 1. a ¶ 2. b', '| 0,1: c'])
})

test('merged cells are laid out in the grid', () => {
  const span = (count: number) => `<w:gridSpan w:val="${count}"/>`
  const body = table(
    row([cell('Worry'), cell('Action', span(2))], '<w:tblHeader/>'),
    row([cell('Neglect', '<w:vMerge w:val="restart"/>'), cell('a'), cell('b')]),
    row([cell('', '<w:vMerge/>'), cell('c'), cell('d')]),
    row([cell('e'), cell('f')], '<w:gridBefore w:val="1"/>')
  )
  expect(show(body)).toEqual([
    '| 0,0 head: Worry',
    '| 0,1 1x2 head: Action',
    '| 1,0 2x1: Neglect',
    '| 1,1: a',
    '| 1,2: b',
    '| 2,1: c',
    '| 2,2: d',
    '| 3,1: e',
    '| 3,2: f'
  ])
})

test('nested tables, and tables, rows and cells in content controls or inserted', () => {
  const inner = table(row([cell('in')]))
  const body = sdt(table(sdt(row([cell(inner + para('after'))])), row([sdt(cell('controlled'))]), `<w:ins>${row([cell('new')])}</w:ins>`))
  expect(show(body)).toEqual(['| 0,0: | 0,0: in ¶ after', '| 1,0: controlled', '| 2,0: new'])
})

test('deleted rows are out', () => {
  expect(show(table(row([cell('kept')]), row([cell('gone')], '<w:del w:id="1"/>'), row([cell('next')])))).toEqual([
    '| 0,0: kept',
    '| 1,0: next'
  ])
})

test('inserted and moved-to text is in; deleted and moved-from text is out', () => {
  const body = para(
    run('Mum ') +
      ins(run('will ')) +
      `<w:del><w:r><w:delText>may </w:delText></w:r></w:del>` +
      `<w:moveFrom>${run('gone ')}</w:moveFrom>` +
      `<w:moveTo>${run('ring.')}</w:moveTo>`
  )
  const document = readBody(body)
  expect(document.text).toBe('Mum will ring.')
  expect(texts(document).map(({data}) => data?.place?.run)).toEqual([0, 1, 4])
})

test('a paragraph whose mark is deleted joins the next', () => {
  expect(show(para('Mum will ', '<w:rPr><w:del w:id="1"/></w:rPr>') + para('ring Jo.') + para('End'))).toEqual(['Mum will ring Jo.', 'End'])
})

test('hidden text is out: directly, by character style, by paragraph style', () => {
  const styles = `
    <w:style w:type="character" w:styleId="Guidance"><w:name w:val="Guidance"/><w:rPr><w:vanish/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="Note"><w:name w:val="Note"/><w:rPr><w:vanish/></w:rPr></w:style>`
  const body =
    para(run('a') + run('b', '<w:vanish/>') + run('c', '<w:rStyle w:val="Guidance"/>') + run('d')) +
    para('e', '<w:pStyle w:val="Note"/>') +
    para('f')
  expect(show({body, styles})).toEqual(['ad', 'f'])
})

test('fields show their result, also nested and over several paragraphs; comments are out', () => {
  const code = '<w:r><w:instrText>DATE \\@ "d MMMM"</w:instrText></w:r>'
  const nested =
    field('begin') +
    code +
    field('begin') +
    code +
    field('separate') +
    run('inner') +
    field('end') +
    field('separate') +
    run('3 May') +
    field('end')
  const simple = `<w:fldSimple w:instr="AUTHOR">${run('Jo Reed')}</w:fldSimple>`
  const comment = '<w:commentRangeStart w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
  expect(show(para(`${run('On ')}${nested}${run(' by ')}${simple}${comment}`))).toEqual(['On 3 May by Jo Reed'])
  expect(show(para(field('begin') + code) + para(run('code') + field('separate') + run('result') + field('end')))).toEqual(['result'])
})

test('hyperlinks and smart tags are only wrappers', () => {
  expect(show(para(`<w:hyperlink>${run('Ring ')}</w:hyperlink><w:smartTag>${run('Kelly')}</w:smartTag>`))).toEqual(['Ring Kelly'])
})

test('check boxes: controls, symbols and legacy form fields', () => {
  const control = (checked: string) => sdt(run('\u2612'), `<w14:checkbox><w14:checked w14:val="${checked}"/></w14:checkbox>`)
  const symbol = (font: string, char: string) => `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`
  const legacy = (value: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="${value}"/></w:checkBox></w:ffData></w:fldChar></w:r>${field('end')}`
  const body = [
    para(control('1') + control('0') + run(' control')),
    para(symbol('Wingdings', 'F0FE') + symbol('Wingdings', 'F0A8') + symbol('MS Gothic', '2612') + run(' symbol')),
    para(legacy('1') + legacy('0') + run(' form'))
  ]
  const document = readBody(body.join(''))
  expect(outline(document)).toEqual(['☒☐ control', '☒☐☒ symbol', '☒☐ form'])
  expect(texts(document).flatMap(({data}) => data?.checked ?? [])).toEqual([true, false, true, false, true, true, false])
})

test('a cell that is a check box control', () => {
  const box = '<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>'
  expect(show(table(row([sdt(cell(para(run('X'))), box), cell('Agreed')])))).toEqual(['| 0,0: ☒', '| 0,1: Agreed'])
})

test('text boxes come once, after their paragraph', () => {
  const choice = `<mc:Choice Requires="wps"><w:drawing><wps:txbx>${boxOf(para('Boxed'))}</wps:txbx></w:drawing></mc:Choice>`
  const fallback = `<mc:Fallback><w:pict><v:textbox>${boxOf(para('Boxed'))}</v:textbox></w:pict></mc:Fallback>`
  const body = para(`${run('Anchor')}<w:r><mc:AlternateContent>${choice}${fallback}</mc:AlternateContent></w:r>`) + para('Next')
  expect(show(body)).toEqual(['Anchor', '(text-box) Boxed', 'Next'])
  const document = readBody(body)
  expect(texts(document).map(({data}) => data?.place?.paragraph)).toEqual([0, 1, 3])
})

test('headers come first and footers last, each distinct line once; notes stand out of the flow', () => {
  const document = readBody({
    body: para(`${run('Text')}<w:r><w:footnoteReference w:id="2"/></w:r>`),
    headers: [para('Council') + table(row([cell('Ref 12')])), para('Council')],
    footers: [para('Page 1')],
    footnotes: `<w:footnote w:id="0" w:type="separator">${para('line')}</w:footnote><w:footnote w:id="2">${para('See list.')}</w:footnote>`
  })
  expect(outline(document)).toEqual([
    '(page-header) Council',
    '(page-header) Ref 12',
    'Text',
    '(footnote) See list.',
    '(page-footer) Page 1'
  ])
  expect(document.text).toBe('Council\nRef 12\nText\nSee list.\nPage 1')
  expect(texts(document)[0]?.data?.place?.part).toBe('word/header0.xml')
})

test('the main part is found by its relation', () => {
  expect(show({body: para('Found'), main: 'word/document2.xml'})).toEqual(['Found'])
})

test('strict files and files with other prefixes are read', () => {
  const strict = `<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:pPr><x:outlineLvl x:val="0"/></x:pPr><x:r><x:t>Plan</x:t></x:r></x:p><x:p><x:r><x:t>Text</x:t></x:r></x:p></x:body></x:document>`
  expect(show({body: '', files: {'word/document.xml': strict}})).toEqual(['# Plan', 'Text'])
})

test('a line both bold and in capitals may be a longer heading', () => {
  const line = 'WE ARE VERY CONCERNED ABOUT MASON AND EVIE. THE MAIN THINGS WE ARE CONCERNED ABOUT ARE:'
  expect(show(para(run(line, '<w:b/>')) + para('One.') + para('Two.'))).toEqual([`###~ **${line}**`, 'One.', 'Two.'])
})
