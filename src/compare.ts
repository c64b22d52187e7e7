/**
 * Comparing versions of a plan, or a letter with its plan: from documents that have been read to a report. A way in of its own, so that a
 * run that only checks need not load it.
 */
import type {Comparison, LetterComparison} from './comparison.ts'
import {compareVersions, type PlanVersion} from './compare/compare.ts'
import {englishHolidays} from './compare/holidays.ts'
import {compareWithLetter} from './compare/letter.ts'
import {planOf, type PlanSettings} from './model/build.ts'
import type {Document} from './tree.ts'

export interface NamedDocument {
  path: string
  document: Document
}

/** Two or more versions of one plan, oldest first. Rejects with a RangeError for fewer. */
export async function compare(documents: readonly NamedDocument[], settings: PlanSettings = {}): Promise<Comparison> {
  return compareVersions(
    documents.map(document => versionOf(document, settings)),
    await englishHolidays()
  )
}

/** A letter before proceedings and the plan it stands on. */
export function compareLetter(letter: NamedDocument, plan: NamedDocument): LetterComparison {
  return compareWithLetter(versionOf(letter, {type: 'letter-before-proceedings'}), versionOf(plan, {}))
}

function versionOf({path, document}: NamedDocument, settings: PlanSettings): PlanVersion {
  return {path, plan: planOf(document, settings)}
}

export type * from './comparison.ts'
export {changeKinds, letterKinds} from './comparison.ts'
export {comparisonDocx} from './reporters/comparison/docx.ts'
export {comparisonHtml} from './reporters/comparison/html.ts'
export {comparisonJson} from './reporters/comparison/json.ts'
export {comparisonTerminal} from './reporters/comparison/terminal.ts'
