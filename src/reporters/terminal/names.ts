/** What a reader calls the document types. */
import type {DocumentType} from '../../report.ts'

export const typeNames: Readonly<Record<DocumentType, string>> = {
  'child-in-need-plan': 'Child in need plan',
  'child-protection-plan': 'Child protection plan',
  'letter-before-proceedings': 'Letter before proceedings',
  unknown: 'Not recognised'
}
