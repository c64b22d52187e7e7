/** Invented Word plans of any length for the benchmark. Sentences are put together from parts, so that hardly any comes twice. */
import {strToU8, zipSync} from 'fflate'

const names = ['Ella', 'Josh', 'Amira', 'Tomos', 'Zofia', 'Kian', 'Leah', 'Idris', 'Maisie', 'Reuben']
const adults = [
  'Jo Reed',
  'Kath Boland',
  'Imran Sethi',
  'Priya Shah',
  'Ms Lowe',
  'Mum',
  'Dad',
  'Nan',
  'Mr Khan',
  'Dr Hale',
  'the health visitor'
]

/** Parts of sentences in `{}`, written out by `fill`. */
const parts: Readonly<Record<string, readonly string[]>> = {
  child: ['{child}', 'the baby', 'both children', '{child} and the twins', 'her little brother', 'the older children'],
  harm: [
    'is left alone in the evening',
    'has missed twenty days of school',
    'sleeps on a sofa in the living room',
    'heard shouting at night',
    'was hurt on the cooker',
    'goes to bed hungry',
    'has not seen a dentist for two years',
    'is out late with older boys',
    'misses her hospital appointments',
    'saw a fight in the kitchen',
    'is not up to date with immunisations',
    'came to school in dirty clothes',
    'was found near the main road',
    'is frightened of the dog'
  ],
  effect: [
    'and could be badly hurt',
    'and is falling behind in reading',
    'so it is hard to wake up in the morning',
    'and told a teacher that it makes her cry',
    'which impacts on emotional wellbeing',
    'and there are concerns regarding parental capacity',
    'and does not feel safe at home',
    'and has lost weight since Christmas',
    'with a detrimental effect on development',
    'and has no friends in the street'
  ],
  doing: [
    'will ring the housing office about',
    'to undertake direct work around',
    'will write to the manager concerning',
    'is to complete an assessment of',
    'will talk with the school about',
    'to facilitate support in relation to',
    'will show the family how to deal with',
    'needs to sort out',
    'will keep a diary of',
    'must ensure that something is done about',
    'has been asked to attend a course on',
    'will go through the letter on'
  ],
  thing: [
    'the damp in the back bedroom',
    'the bedtime routine',
    'the money that is owed',
    'safe sleep and smoking',
    'getting to school on time',
    'the broken stair gate',
    'boundaries and behaviour',
    'what happened on the bus',
    'the drinking at weekends',
    'contact with Dad',
    'the medicine for asthma',
    'feeling low after the birth',
    'the arguments about money',
    'the missed appointments'
  ],
  when: [
    'by Friday 12 June 2026',
    'before the next core group',
    'every Monday after school',
    'within two weeks',
    'ASAP',
    'on 4 May',
    'twice a week until the end of term',
    'as and when required',
    'prior to the review conference',
    'on an ongoing basis',
    'by 30/06/2026',
    'when the results come back'
  ],
  why: [
    'so that {child} sleeps well',
    'in order to reduce the risk',
    'so the house is warm and dry',
    'as agreed at the last meeting',
    'because the school is worried',
    'to promote engagement with services',
    'and then tell the others how it went',
    'to see whether things are better',
    'so that nobody has to ask twice',
    'in the event that it happens again'
  ],
  better: [
    '{child} is in school every day',
    'the home is clean and there is food in the fridge',
    'there is improved attendance and engagement',
    '{child} goes to bed at half past seven and wakes rested',
    'parents prioritise the needs of the children',
    'nobody in the house shouts or hits',
    '{child} says that home feels safe',
    'home conditions are of an acceptable standard',
    'both parents know what to do when the baby cries'
  ]
}

const worry = [
  'We are worried that {child} {harm} {effect}.',
  '{adult} says that {child} {harm} {effect}.',
  'It was reported {when} that {child} {harm}, {effect}.',
  '{child} {harm} and {harm} {effect}.'
]
const outcome = ['{better}.', '{better} and {better}.', '{better} {why}.']
const action = [
  '{adult} {doing} {thing} {when}.',
  '{adult} {doing} {thing} {why}.',
  '{adult} and {adult} {doing} {thing} {when} {why}.',
  'Referral to be made about {thing} {when}.'
]
const times = ['12 June 2026', 'ASAP', 'Ongoing', 'Every Monday', '30/06/2026', 'Within two weeks', '']
const news = [
  'Started on 4 May.',
  'No update available.',
  '{adult} has been twice about {thing}.',
  'Not completed {when}.',
  'Done: {better}.',
  ''
]

/** A run of choices that is the same for one seed. */
function chooser(seed: number): <T>(from: readonly T[]) => T {
  let state = seed * 2654435761 + 1
  return from => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    // The low bits of such a run repeat themselves soon.
    return from[(state >>> 9) % from.length] as (typeof from)[number]
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
  const fill = (pattern: string): string => {
    const text = pattern.replace(/\{(\w+)\}/g, (_, part: string) => {
      if (part === 'adult') return choose(adults)
      return fill(choose(parts[part] as readonly string[]).replace('{child}', child))
    })
    written += pattern.split(' ').length
    return text
  }
  const sentence = (patterns: readonly string[]): string => {
    const text = fill(choose(patterns))
    return text.charAt(0).toUpperCase() + text.slice(1)
  }
  const body = [
    paragraph(`Child Protection Plan: ${child} Marsh`, 'Heading1'),
    table([row(['Name of child', `${child} Marsh`]), row(['Date of birth', '3 April 2018']), row(['Date of plan', '18 May 2026'])])
  ]
  for (let section = 1; written < words; section++) {
    body.push(paragraph(`What has happened so far ${section}`, 'Heading2'))
    for (let count = 0; count < 5 && written < words; count++) body.push(paragraph(`${sentence(worry)} ${sentence(action)}`))
    body.push(paragraph(`The plan ${section}`, 'Heading2'))
    const rows = [row(head)]
    for (let count = 0; count < 6 && written < words; count++) {
      rows.push(row([sentence(worry), sentence(outcome), sentence(action), choose(adults), choose(times), sentence(news)]))
    }
    body.push(table(rows))
  }
  body.push(
    paragraph('If things do not change', 'Heading2'),
    paragraph('If the plan is not followed, legal advice will be sought as appropriate.')
  )
  return packed(body.join(''))
}

function packed(body: string): Uint8Array {
  const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const styles = [1, 2]
    .map(level => `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/></w:style>`)
    .join('')
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
  const files = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${main}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${main}.styles+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'word/styles.xml': `<w:styles xmlns:w="${word}">${styles}</w:styles>`,
    'word/document.xml': `<w:document xmlns:w="${word}"><w:body>${body}<w:sectPr/></w:body></w:document>`
  }
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(`<?xml version="1.0" encoding="UTF-8"?>${text}`)]))
  )
}
