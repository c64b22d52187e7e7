import {expect, test} from 'vitest'
import {read} from '../../src/readers/index.ts'
import {misplaced, outline, texts} from '../helpers/tree.ts'

function readPage(text: string) {
  const document = read(new TextEncoder().encode(text), 'plan.html')
  expect(misplaced(document)).toEqual([])
  return document
}

const show = (text: string) => outline(readPage(text))
const pieces = (text: string) =>
  texts(readPage(text)).map(({value, position}) => [value, text.slice(position?.start.offset, position?.end.offset)])

test('entities and white space are pieces that know their source', () => {
  expect(pieces('<p>Mum &amp;\r\n  Dad&rsquo;s&nbsp;plan &#8211; ok &copy &notit;</p>')).toEqual([
    ['Mum ', 'Mum '],
    ['&', '&amp;'],
    [' ', '\r\n  '],
    ['Dad', 'Dad'],
    ['’', '&rsquo;'],
    ['s', 's'],
    ['\u00A0', '&nbsp;'],
    ['plan ', 'plan '],
    ['–', '&#8211;'],
    [' ok ', ' ok '],
    ['©', '&copy'],
    [' ', ' '],
    ['¬', '&not'],
    ['it;', 'it;']
  ])
})

test('spaces that nobody sees are left out across elements', () => {
  expect(show('<p> a <b> b </b> c<br> d </p>')).toEqual(['a **b **c/d'])
})

test('text directly in containers becomes paragraphs; headings, lists and cells hold theirs', () => {
  const text = '<div>One<h2>Two</h2>Three<ul><li>a<li>b<ol type="a"><li>c</ol></ul></div><ol start=3><li>x<li value=7>y</ol>'
  expect(show(text)).toEqual(['One', '## Two', 'Three', '• a', '• b', '  a. c', '3. x', '7. y'])
})

test('rowspan and colspan are laid out; th and thead are heading cells; a caption stands before', () => {
  const text = `<table><caption>Actions</caption><thead><tr><td>Worry<td colspan=2>Action</thead>
    <tr><th rowspan=2>1<td>a<td>b<tr><td>c<br>d<td><p>e</p><p>f</p></table>`
  expect(show(text)).toEqual([
    '###~ Actions',
    '| 0,0 head: Worry',
    '| 0,1 1x2 head: Action',
    '| 1,0 2x1 head: 1',
    '| 1,1: a',
    '| 1,2: b',
    '| 2,1: c/d',
    '| 2,2: e ¶ f'
  ])
})

test('spans that reach beyond the table are cut', () => {
  expect(show('<table><tr><td rowspan=65000 colspan=2000>a<td>b<tr><td>c</table>')).toEqual(['| 0,0 2x100: a', '| 0,100: b', '| 1,100: c'])
})

test('a frame of one cell and a layout table are not tables', () => {
  expect(show('<table><tr><td><h1>Plan</h1><p>Text</table>')).toEqual(['# Plan', 'Text'])
  expect(show('<table role="presentation"><tr><td>a<td>b</table>')).toEqual(['a', 'b'])
})

test('definition lists are tables of label and value', () => {
  const text = '<dl><dt>Child<dd>Ella<dd>Jo<dt>Mum<dt>Mother<dd>Kelly<div><dt>Dad<dd>Sam</div><dt>Nan</dl>'
  const document = readPage(text)
  expect(document.tree.children.map(({data}) => data)).toEqual([{kind: 'definitions'}])
  expect(outline(document)).toEqual([
    '| 0,0: Child',
    '| 0,1: Ella ¶ Jo',
    '| 1,0: Mum ¶ Mother',
    '| 1,1: Kelly',
    '| 2,0: Dad',
    '| 2,1: Sam',
    '| 3,0: Nan',
    '| 3,1: '
  ])
})

test('what nobody sees is out', () => {
  const text = `<html><head><title> My  plan </title><style>.no, p.gone {display: none} @media print {.screen {display: none}}</style></head><body>
    <script>x()</script><p hidden>a</p><p style="color:red; DISPLAY : none">b</p><p class="big no">c</p><p class="gone">d</p><!-- e --><template>f</template>
    <p style="visibility:hidden">g</p><p aria-hidden="true">seen</p><p class="screen">seen too</p><p>old <del>x</del></p></body></html>`
  const document = readPage(text)
  expect(outline(document)).toEqual(['seen', 'seen too', 'old'])
  expect(document.tree.data?.title).toBe('My plan')
})

test('comments for planlint stay', () => {
  expect(show('<p>a</p><!-- planlint-disable-next jargon --><p>b</p>')).toEqual(['a', '<!-- planlint-disable-next jargon -->', 'b'])
})

test('page header, navigation and footer are margins, but not the header of a section', () => {
  const text = '<header><h1>Plan</h1>Council</header><nav>Menu</nav><section><header>Title</header></section><footer>Page 1</footer>'
  expect(show(text)).toEqual(['# Plan', '(page-header) Council', '(page-header) Menu', 'Title', '(page-footer) Page 1'])
})

test('check boxes and chosen options', () => {
  const document = readPage(
    '<p><input type=checkbox checked> Yes <input type="checkbox"> No <select><option>a<option selected>b</select></p>'
  )
  expect(outline(document)).toEqual(['☒ Yes ☐ No b'])
  expect(texts(document).flatMap(({data}) => data?.checked ?? [])).toEqual([true, false])
})

test('bold by tag and by style, and a bold line as a heading', () => {
  expect(show('<p><span style="font-weight:700">By</span> <b>whom</b> x</p>')).toEqual(['**By** **whom** x'])
  expect(show('<p><b>Contingency</b></p><p>If Mum drinks, ring Jo.</p><p>Text.</p>')).toEqual([
    '###~ **Contingency**',
    'If Mum drinks, ring Jo.',
    'Text.'
  ])
})

test('pages saved by Word: list paragraphs, conditional comments, o:p', () => {
  const word = (level: number, label: string, text: string) =>
    `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${label}<span>&nbsp; </span></span><![endif]>${text}<o:p></o:p></p>`
  const text = `<!--[if gte mso 9]><xml>junk</xml><![endif]--><p class=MsoNormal>Start<o:p>&nbsp;</o:p></p>${word(1, '1.', 'one')}${word(2, 'a.', 'sub')}${word(1, '2.', 'two')}${word(1, '·', 'dot')}`
  expect(show(text)).toEqual(['Start', '1. one', '  a. sub', '2. two', '• dot'])
})

test('lines in pre stay lines', () => {
  expect(show('<pre>14 High Street\nLeeds</pre>')).toEqual(['14 High Street/Leeds'])
})

test('a heading in a cell is a line that stands out', () => {
  expect(show('<table><tr><td><h3>Who</h3>Mum<td>b</table>')).toEqual(['| 0,0: **Who** ¶ Mum', '| 0,1: b'])
})
