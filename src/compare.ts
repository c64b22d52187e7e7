/**
 * Comparing versions of a plan, or a letter with its plan: from documents that have been read to a report. A way in of its own, so that a
 * run that only checks need not load it.
 */
import type {Comparison, LetterComparison} from './comparison.ts'
import type {LocalClock} from './engine/config.ts'
import {compareVersions, type PlanVersion} from './compare/compare.ts'
import {englishHolidays} from './compare/holidays.ts'
import {compareWithLetter} from './compare/letter.ts'
import {planOf, type PlanSettings} from './model/build.ts'
import type {Document} from './tree.ts'

export interface NamedDocument {
  path: string
  document: Document
}

export interface CompareSettings extends PlanSettings {
  localClock?: LocalClock
}

/** Two or more versions of one plan, oldest first; `asOf` is the day by which the newest is judged. Rejects with a RangeError for fewer. */
export async function compare(documents: readonly NamedDocument[], settings: CompareSettings = {}): Promise<Comparison> {
  const {asOf: _newestOnly, ...older} = settings
  const newest = documents.at(-1)
  const versions = documents.map(document => versionOf(document, document === newest ? settings : older))
  return compareVersions(versions, await englishHolidays(), settings.localClock)
}

/** A letter before proceedings and the plan it stands on, whose type and day the settings may give. */
export function compareLetter(letter: NamedDocument, plan: NamedDocument, settings: CompareSettings = {}): LetterComparison {
  return compareWithLetter(versionOf(letter, {type: 'letter-before-proceedings'}), versionOf(plan, settings))
}

/** Whoever compares a document says that it is a plan, whatever it calls itself. */
function versionOf({path, document}: NamedDocument, settings: PlanSettings): PlanVersion {
  return {path, plan: planOf(document, {assumed: 'child-protection-plan', ...settings})}
}

export type * from './comparison.ts'
export type {LocalClock} from './engine/config.ts'
export {changeKinds, letterKinds} from './comparison.ts'
export {comparisonDocx} from './reporters/comparison/docx.ts'
export {comparisonHtml} from './reporters/comparison/html.ts'
export {comparisonJson} from './reporters/comparison/json.ts'
export {comparisonTerminal} from './reporters/comparison/terminal.ts'
