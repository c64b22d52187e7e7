/** One letter before proceedings, laid out in the ways that councils use. */
import {cell, docx, item, para, row, run, table} from './docx.ts'
import type {LetterData} from './letters.ts'
import {listed} from './plans.ts'

export interface LetterLayout {
  name: string
  file: string
  bytes(letter: LetterData): Uint8Array
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const re = ({children, surname}: LetterData): string => listed(children.map(({given, age}) => `${given} ${surname} (${age})`))
const ask = ({text, when}: {text: string; when: string}): string => (when ? `${text} by ${when}.` : `${text}.`)
const concern = ({act, effect}: {act: string; effect: string}): string => [act, effect].filter(Boolean).join(' ')
const meetingSentence = ({meeting: {date, time, place}}: LetterData): string =>
  `Please come to a meeting with us${date && ` on ${date}`}${time && ` at ${time}`}${place && ` at ${place}`}.`
const legal = ({solicitor, free}: LetterData): string => [solicitor, free].filter(Boolean).join(' ')
const lower = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1)

interface Part {
  heading: string
  lines: string[]
  list?: 'bullets' | 'numbers'
}

/** The parts of a letter in the usual order; a part with nothing to say has no heading either. */
function partsIn(letter: LetterData, titles: readonly string[], lists: Part['list']): Part[] {
  const [worries, children, help, asks, meeting, solicitor, family, court] = titles as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string
  ]
  const parts: Part[] = [
    {heading: worries, lines: letter.concerns.map(concern), ...(lists && {list: lists})},
    {heading: children, lines: [letter.voice]},
    {heading: help, lines: letter.support, ...(lists && {list: lists})},
    {heading: asks, lines: letter.expectations.map(ask), ...(lists && {list: lists})},
    {heading: meeting, lines: [meetingSentence(letter)]},
    {heading: solicitor, lines: [legal(letter)]},
    {heading: family, lines: [letter.family]},
    {heading: court, lines: [letter.consequence]}
  ]
  return parts.map(part => ({...part, lines: part.lines.filter(Boolean)})).filter(({lines}) => lines.length > 0)
}

const plainTitles = [
  'What we are worried about',
  'What the children say',
  'What we have done to help',
  'What you need to do',
  'The meeting',
  'Legal advice',
  'Your family and friends',
  'What will happen if things do not change'
]
const otherTitles = [
  'Our concerns',
  'Wishes and feelings',
  'Support',
  'Our expectations',
  'Pre-proceedings meeting',
  'See a solicitor',
  'Wider family',
  'Going to court'
]

function top(letter: LetterData, mark: (words: string) => string): string[] {
  return [
    letter.parent,
    letter.date,
    `Dear ${letter.parent.replace(/ \S+(?= \S+$)/, '')}`,
    mark(`Letter before proceedings: ${re(letter)}`),
    letter.opening
  ]
}

const listed2 = ({lines, list}: Part, gap: string): string =>
  lines.map((line, index) => (list === 'bullets' ? `- ${line}` : list === 'numbers' ? `${index + 1}. ${line}` : line)).join(gap)

function markdownLetter(letter: LetterData, parts: readonly Part[]): Uint8Array {
  const body = parts.map(part => `## ${part.heading}\n\n${listed2(part, part.list ? '\n' : '\n\n')}`)
  return utf8(`${[...top(letter, words => `# ${words}`), ...body, 'Yours sincerely', letter.worker, 'Social worker'].join('\n\n')}\n`)
}

function wordLetter(
  letter: LetterData,
  parts: readonly Part[],
  heading: (words: string) => string,
  lines: (part: Part) => string
): Uint8Array {
  const [parent, date, dear, title, opening] = top(letter, words => words) as [string, string, string, string, string]
  return docx(
    [
      para(run(parent)),
      para(run(date)),
      para(run(dear)),
      para(run(title, '<w:b/>')),
      para(run(opening)),
      ...parts.map(part => heading(part.heading) + lines(part)),
      para(run('Yours sincerely')),
      para(run(letter.worker)),
      para(run('Social worker'))
    ].join('')
  )
}

const styled = (words: string): string => para(run(words), '<w:pStyle w:val="Heading2"/>')
const paragraphs = ({lines}: Part): string => lines.map(line => para(run(line))).join('')

export const letterLayouts: readonly LetterLayout[] = [
  {name: 'Markdown, bullets', file: 'la.md', bytes: letter => markdownLetter(letter, partsIn(letter, plainTitles, 'bullets'))},
  {
    name: 'Markdown, numbers, other headings',
    file: 'lb.md',
    bytes: letter => markdownLetter(letter, partsIn(letter, otherTitles, 'numbers'))
  },
  {
    name: 'plain text, headings in capitals',
    file: 'lc.txt',
    bytes: letter =>
      utf8(
        [
          ...top(letter, words => words.toUpperCase()),
          ...partsIn(letter, plainTitles, 'numbers').map(
            part => `${part.heading.toUpperCase()}\n\n${listed2(part, part.list ? '\n' : '\n\n')}`
          ),
          'Yours sincerely',
          letter.worker,
          'Social worker'
        ].join('\n\n')
      )
  },
  {
    name: 'Word, heading styles and lists',
    file: 'ld.docx',
    bytes: letter =>
      wordLetter(letter, partsIn(letter, plainTitles, 'bullets'), styled, ({lines, list}) =>
        lines.map(line => (list ? item(line) : para(run(line)))).join('')
      )
  },
  {
    name: 'Word, bold lines as headings, paragraphs',
    file: 'le.docx',
    bytes: letter => wordLetter(letter, partsIn(letter, otherTitles, undefined), words => para(run(words, '<w:b/>')), paragraphs)
  },
  {
    name: 'Word, tables of worries and of expectations',
    file: 'lf.docx',
    bytes: letter =>
      wordLetter(letter, partsIn(letter, plainTitles, undefined), styled, part => {
        if (part.heading === plainTitles[0])
          return table(
            row(['What has happened', 'How this affects your child'].map(name => cell(para(run(name, '<w:b/>'))))),
            ...letter.concerns.map(({act, effect}) => row([cell(para(run(act))), cell(para(run(effect)))]))
          )
        if (part.heading === plainTitles[3])
          return table(
            row(['What you need to do', 'By when'].map(name => cell(para(run(name, '<w:b/>'))))),
            ...letter.expectations.map(({text, when}) => row([cell(para(run(text))), cell(para(run(when)))]))
          )
        return paragraphs(part)
      })
  },
  {
    name: 'HTML, lists',
    file: 'lg.html',
    bytes: letter => {
      const [parent, date, dear, title, opening] = top(letter, words => words)
      const parts = partsIn(letter, otherTitles, 'bullets').map(
        ({heading, lines, list}) =>
          `<h2>${heading}</h2>${list ? `<ul>${lines.map(line => `<li>${line}</li>`).join('')}</ul>` : `<p>${lines.join(' ')}</p>`}`
      )
      return utf8(
        `<!doctype html><html><body><p>${parent}</p><p>${date}</p><p>${dear}</p><h1>${title}</h1><p>${opening}</p>${parts.join('')}<p>Yours sincerely</p><p>${letter.worker}</p><p>Social worker</p></body></html>`
      )
    }
  },
  {
    name: 'Markdown, the meeting as labels, expectations with brackets',
    file: 'lh.md',
    bytes: letter => {
      const parts = partsIn(letter, plainTitles, 'bullets').map(part => {
        if (part.heading === plainTitles[3])
          return {...part, lines: letter.expectations.map(({text, when}) => (when ? `${text} (by ${when})` : text))}
        const {date, time, place} = letter.meeting
        return part.heading === plainTitles[4] ? {...part, lines: [`**Date:** ${date}`, `**Time:** ${time}`, `**Place:** ${place}`]} : part
      })
      return markdownLetter(letter, parts)
    }
  },
  {
    name: 'plain text, sentences under headings',
    file: 'li.txt',
    bytes: letter =>
      utf8(
        [
          ...top(letter, words => words),
          ...partsIn(letter, plainTitles, undefined).map(part =>
            part.heading === plainTitles[3]
              ? `${part.heading}\n\n${letter.expectations.map(each => `You must ${lower(ask(each))}`).join('\n\n')}`
              : `${part.heading}\n\n${part.lines.join('\n\n')}`
          ),
          'Yours sincerely',
          letter.worker,
          'Social worker'
        ].join('\n\n')
      )
  }
]
