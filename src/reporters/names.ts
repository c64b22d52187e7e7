/** What a reader calls document types, days and ways to answer. */
import type {Accepted, DocumentType} from '../report.ts'

export const typeNames: Readonly<Record<DocumentType, string>> = {
  'child-in-need-plan': 'Child in need plan',
  'child-protection-plan': 'Child protection plan',
  'letter-before-proceedings': 'Letter before proceedings',
  unknown: 'Not recognised'
}

/** How somebody answered a finding. */
export const answerWays: Readonly<Record<Accepted['how'], string>> = {
  reply: 'answered in a comment',
  resolved: 'resolved in Word',
  ignored: 'switched off in a comment'
}

const monthNames = 'January February March April May June July August September October November December'.split(' ')

/** `4 March 2026` of an ISO date. */
export function longDate(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number)
  return `${day} ${monthNames[(month ?? 1) - 1]} ${year}`
}
