/** Invented Word plans of any length, each different, for the benchmark. */
import {strToU8, zipSync} from 'fflate'

const names = ['Ella', 'Josh', 'Amira', 'Tomos', 'Zofia', 'Kian', 'Leah', 'Idris', 'Maisie', 'Reuben']
const adults = ['Jo Reed', 'Kath Boland', 'Imran Sethi', 'Priya Shah', 'Ms Lowe', 'Mum', 'Dad', 'Nan', 'Mr Khan', 'Dr Hale']
const worries = [
  'We are worried that {child} is left alone in the evening and could be hurt on the cooker.',
  '{child} has missed twenty days of school since Christmas and is falling behind in reading.',
  'There are concerns regarding parental capacity to ensure consistent supervision of {child} at all times.',
  'Neighbours have heard shouting at night, and {child} told a teacher that it is hard to sleep when Mum and Dad argue about money.'
]
const outcomes = [
  '{child} is in school every day and sits down to tea with the family.',
  'Home conditions to be improved to an acceptable standard.',
  '{child} sleeps in a warm, dry room and wakes rested.',
  'Parents to engage with services and prioritise the needs of {child}.'
]
const actions = [
  '{adult} will take {child} to the dentist by Friday 12 June 2026.',
  'Referral to be made to Early Help in order to facilitate support for the family.',
  '{adult} to undertake direct work with {child} and to ascertain wishes and feelings prior to the next core group.',
  '{adult} will visit every two weeks to see where {child} sleeps and to talk about school.',
  'Mum to ring the housing office about the damp, and to send photographs to {adult}, who will write to the manager if nothing has been done.'
]
const times = ['12 June 2026', 'ASAP', 'Ongoing', 'Every Monday', '30/06/2026', 'Within two weeks', '']
const progress = ['Started on 4 May.', 'No update available.', 'Mum has rung twice.', 'Not completed.']

/** A run of choices that is the same for one seed. */
function chooser(seed: number): <T>(from: readonly T[]) => T {
  let state = seed * 2654435761 + 1
  return from => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return from[state % from.length] as (typeof from)[number]
  }
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
const paragraph = (text: string, style = ''): string =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`
const row = (cells: readonly string[]): string => `<w:tr>${cells.map(text => `<w:tc>${paragraph(text)}</w:tc>`).join('')}</w:tr>`
const table = (rows: readonly string[]): string => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`

const head = ['What are we worried about?', 'Desired outcome', 'What needs to happen', 'By whom', 'By when', 'Progress']

/** A child protection plan of about so many words, as the bytes of a .docx file. */
export function planOfWords(words: number, seed: number): Uint8Array {
  const choose = chooser(seed)
  const child = choose(names)
  let written = 0
  const fill = (text: string): string => {
    const filled = text.replaceAll('{child}', child).replaceAll('{adult}', choose(adults))
    written += filled.split(' ').length
    return filled
  }
  const parts = [
    paragraph(`Child Protection Plan: ${child} Marsh`, 'Heading1'),
    table([row(['Name of child', `${child} Marsh`]), row(['Date of birth', '3 April 2018']), row(['Date of plan', '18 May 2026'])])
  ]
  for (let section = 1; written < words; section++) {
    parts.push(paragraph(`What has happened so far ${section}`, 'Heading2'))
    for (let count = 0; count < 5 && written < words; count++) parts.push(paragraph(`${fill(choose(worries))} ${fill(choose(actions))}`))
    parts.push(paragraph(`The plan ${section}`, 'Heading2'))
    const rows = [row(head)]
    for (let count = 0; count < 6 && written < words; count++) {
      rows.push(row([choose(worries), choose(outcomes), choose(actions), choose(adults), choose(times), choose(progress)].map(fill)))
    }
    parts.push(table(rows))
  }
  parts.push(paragraph('If things do not change', 'Heading2'), paragraph('If the plan is not followed, legal advice will be sought as appropriate.'))
  return packed(parts.join(''))
}

function packed(body: string): Uint8Array {
  const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const styles = [1, 2].map(level => `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/></w:style>`).join('')
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
  const files = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${main}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${main}.styles+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'word/styles.xml': `<w:styles xmlns:w="${word}">${styles}</w:styles>`,
    'word/document.xml': `<w:document xmlns:w="${word}"><w:body>${body}<w:sectPr/></w:body></w:document>`
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(`<?xml version="1.0" encoding="UTF-8"?>${text}`)])))
}
