/** Bodies of Word files with everything that Word puts around, between and into runs. */
import {type DocxParts, cell, para, row, run, table} from './docx.ts'

const control = (properties: string, content: string) =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`
const change = 'w:id="70" w:author="Jo Marsh" w:date="2026-01-02T03:04:05Z"'
const grid = '<w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>'
const field = (code: string, result: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
const tables = (...rows: string[]) => table(...rows).replace('<w:tbl>', `<w:tbl>${grid}`)

/** Drawings as Word writes them, once for new programs and once for old ones. */
export function boxed(content: string): string {
  const inside = `<w:txbxContent>${content}</w:txbxContent>`
  return `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${inside}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape style="width:90pt;height:40pt"><v:textbox>${inside}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
}

/** All but text boxes and notes: here every word can be commented on where it stands. */
export const quirks: Record<string, DocxParts> = {
  'runs split in the middle of a word': {
    body: para(`${run('Mum to en', '<w:b/>')}${run('ga')}<w:proofErr w:type="spellEnd"/>${run('ge with services.')}`)
  },
  'a run with attributes, tabs, breaks, hyphens': {
    body: para(
      '<w:r w:rsidR="00AB12CD" w:rsidRPr="00000001"><w:rPr><w:i/><w:color w:val="FF0000"/></w:rPr><w:t>One</w:t><w:tab/><w:t xml:space="preserve">two </w:t><w:br/><w:t>three</w:t><w:noBreakHyphen/><w:t>four</w:t><w:softHyphen/><w:t>teen</w:t><w:lastRenderedPageBreak/></w:r>'
    )
  },
  'white space that counts and that does not': {
    body: para('<w:r><w:t>  Mum will go  </w:t></w:r><w:r><w:t xml:space="preserve"> to the group </w:t></w:r><w:r><w:t>soon </w:t></w:r>')
  },
  'entities, comments and line ends in the XML': {
    body: para('<w:r><w:t>Mum &amp; Dad &lt;3 &#233;t&#xE9; &#x1F600;<!-- note --> will\r\nmeet Ms O&apos;Hara</w:t></w:r>')
  },
  'letters of two units': {body: para(`${run('😀 smiles 😀 and ')}${run('𝒳 marks')}`)},
  hyperlinks: {body: para(`${run('See ')}<w:hyperlink w:anchor="here">${run('our own page')}</w:hyperlink>${run(' for help.')}`)},
  'insertions and deletions': {
    body: para(
      `${run('Mum will ')}<w:ins ${change}>${run('soon go')}</w:ins><w:del ${change.replace('70', '71')}><w:r><w:delText>never go</w:delText></w:r></w:del>${run(' to the group.')}`
    )
  },
  'words moved': {body: para(`${run('Mum ')}<w:moveTo ${change}>${run('will go')}</w:moveTo>${run(' there.')}`)},
  'a paragraph mark that is deleted': {body: para(run('Mum will'), `<w:rPr><w:del ${change}/></w:rPr>`) + para(run(' go to the group.'))},
  'content controls in a line': {
    body: para(
      `${run('By ')}${control('<w:tag w:val="d"/><w:date/>', run('4 March'))}${run(' and ')}${control('<w:dropDownList/>', `${run('Choose')}${run(' an item')}`)}${run(' or ')}${control('<w:richText/>', run('anything else'))}.`
    )
  },
  'a content control around blocks': {body: control('<w:tag w:val="x"/>', para('Mum to engage.') + para('Dad to engage too.'))},
  'simple fields': {
    body: para(`${run('Dear ')}<w:fldSimple w:instr=" MERGEFIELD Name ">${run('Ms ')}${run('Orme')}</w:fldSimple>${run(', hello.')}`)
  },
  'complex fields': {body: para(`${run('Dear ')}${field('MERGEFIELD Name', `${run('Ms ')}${run('Orme')}`)}${run(', hello.')}`)},
  'bookmarks and smart tags': {
    body: para(
      `<w:bookmarkStart w:id="5" w:name="here"/>${run('Mum ')}<w:smartTag w:element="place">${run('lives in Ald')}</w:smartTag>${run('ermere')}<w:bookmarkEnd w:id="5"/>.`
    )
  },
  'a change of formatting': {
    body: para(`<w:r><w:rPr><w:b/><w:rPrChange ${change}><w:rPr/></w:rPrChange></w:rPr><w:t>Mum to engage with services</w:t></w:r>`)
  },
  'hidden text': {body: para(`${run('Mum ')}${run('not shown ', '<w:vanish/>')}${run('to engage.')}`)},
  'cells and nested tables': {
    body:
      tables(
        row([cell('Worry'), cell('Who')]),
        row([cell(para('Sam is late') + para('and tired')), cell(tables(row([cell('Mum'), cell('ASAP')])) + para(''))])
      ) + para('After')
  },
  'a table in a content control': {body: control('', tables(row([control('', cell('Mum to engage')), cell('Mum')]))) + para('After')},
  'comments of others': {
    body: para(
      `<w:commentRangeStart w:id="4"/>${run('Mum to ')}<w:commentRangeStart w:id="9"/>${run('engage')}<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>${run(' with services')}<w:commentRangeEnd w:id="9"/><w:r><w:commentReference w:id="9"/></w:r>`
    ),
    comments: ['4', '9']
      .map(id => `<w:comment w:id="${id}" w:author="Jo Marsh" w:date="2026-01-02T03:04:05Z" w:initials="JM">${para('Why?')}</w:comment>`)
      .join('')
  },
  'several paragraphs of a list': {
    body: ['One to do', 'Two to do'].map(text => para(run(text), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')).join('')
  },
  'right to left and embedded runs': {
    body: para(`<w:bdo w:val="ltr">${run('Mum to ')}</w:bdo><w:dir w:val="ltr">${run('engage soon')}</w:dir>`)
  }
}
