/** A plan as data, and the parts around its needs in each format. */
import {cell, docx, para, row, run, table} from './docx.ts'

export interface PlanData {
  title: string
  header: [label: string, value: string][]
  reasons: string
  /** `child`: whom a need is about, for layouts with a part for each child. */
  needs: {child?: string; worry: string; outcome: string; actions: {text: string; owner: string; when: string}[]}[]
  voice: string
  visits: string
  contingency: string
  review: string
}

export interface Layout {
  name: string
  file: string
  bytes(plan: PlanData): Uint8Array
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** The parts around the needs, as Markdown. */
export function markdown(plan: PlanData, needs: string): Uint8Array {
  const header = plan.header.map(([label, value]) => `**${label}:** ${value}`).join('\n\n')
  return utf8(
    `# ${plan.title}\n\n${header}\n\n## Why there is a plan\n\n${plan.reasons}\n\n${needs}\n\n## What the children say\n\n${plan.voice}\n\n` +
      `## Visits\n\n${plan.visits}\n\n## What happens if things do not improve\n\n${plan.contingency}\n\n## Next review\n\n${plan.review}\n`
  )
}

/** The same as HTML. */
export function html(plan: PlanData, needs: string): Uint8Array {
  const header = plan.header.map(([label, value]) => `<dt>${label}</dt><dd>${value}</dd>`).join('')
  return utf8(
    `<!doctype html><html><head><title>x</title></head><body><h1>${plan.title}</h1><dl>${header}</dl><h2>Reasons for the plan</h2><p>${plan.reasons}</p>${needs}` +
      `<h2>Children&rsquo;s views</h2><p>${plan.voice}</p><h2>Visits</h2><p>${plan.visits}</p><h2>Contingency plan</h2><p>${plan.contingency}</p><h2>Review</h2><p>${plan.review}</p></body></html>`
  )
}

/** The same as plain text, headings in capitals. */
export function text(plan: PlanData, needs: string): Uint8Array {
  const header = plan.header.map(([label, value]) => `${label}: ${value}`).join('\n')
  return utf8(
    `${plan.title.toUpperCase()}\n\n${header}\n\nREASON FOR PLAN\n\n${plan.reasons}\n\n${needs}\n\nWISHES AND FEELINGS\n\n${plan.voice}\n\n` +
      `VISITS\n\n${plan.visits}\n\nCONTINGENCY PLAN\n\n${plan.contingency}\n\nREVIEW\n\n${plan.review}\n`
  )
}

export const heading = (words: string): string => para(run(words), '<w:pStyle w:val="Heading2"/>')
export const line = (words: string): string => para(run(words))
export const lines = (...words: string[]): string => words.map(line).join('')

/** The same as a Word file, the header a table. */
export function word(plan: PlanData, needs: string): Uint8Array {
  const header = table(...plan.header.map(([label, value]) => row([cell(line(label)), cell(line(value))])))
  return docx(
    para(run(plan.title), '<w:pStyle w:val="Heading1"/>') +
      header +
      heading('Why we are worried') +
      line(plan.reasons) +
      needs +
      heading('Child’s voice') +
      line(plan.voice) +
      heading('Visiting') +
      line(plan.visits) +
      heading('Contingency') +
      line(plan.contingency) +
      heading('Date of next review') +
      line(plan.review)
  )
}
