/** What a reader calls document types and ways to answer. */
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
