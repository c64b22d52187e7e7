/** The shape of a rule. One rule asks one short question of the plan; identity and all wording come from its `rules/<id>/rule.json`. */
import type {Root} from 'mdast'
import type {Plugin} from 'unified'
import type {Match, PhraseEntry} from '../text/phrases.ts'
import type {Plan, Span} from '../model/plan.ts'
import type {DocumentType, Severity} from '../report.ts'
import {runOnFile} from './run-rule.ts'

/** `rules/<id>/rule.json`. Wording may hold `{placeholders}`. */
export interface RuleMeta {
  id: string
  description: string
  documentTypes: string[]
  /** What one finding is about: phrase, sentence, row, action, child, concern, document. */
  unit: string
  severity: string
  /** Order among findings of one severity: lower comes first. */
  rank: number
  tags: string[]
  options: Record<string, unknown>
  messages: Record<string, string>
  expected: Record<string, string[]>
  note: string
  sources: string[]
}

export interface Finding {
  /** Words to point at; null for a finding about the whole document. */
  at: Span | null
  /** Key in `messages` and `expected`; `default` unless given. */
  message?: string
  /** Values for placeholders in the wording. */
  values?: Readonly<Record<string, string | number>>
  /** What to write instead, where it is not in the wording of the rule. */
  expected?: string[]
  /** Words that can stand in place of these as they are. */
  replacement?: string | null
  child?: string
  severity?: Severity
}

export interface RuleContext {
  options: Readonly<Record<string, unknown>>
  /** Matches of this rule's own lists in a block, by list name. */
  matches(blockIndex: number, list: string): readonly Match[]
  /** Reading age to aim at, in years. */
  targetReadingAge: number
}

export type Check = (plan: Plan, report: (finding: Finding) => void, context: RuleContext) => void

export interface RuleOptions {
  severity?: Severity
  [option: string]: unknown
}

/** A rule: a unified plugin that also carries its identity and its question. */
export interface Rule extends Plugin<[RuleOptions?], Root> {
  meta: RuleMeta
  lists: Readonly<Record<string, readonly PhraseEntry[]>>
  check: Check
}

/**
 * Makes a rule of its metadata and its question. `lists` are the word lists it wants matched, by a name of its own choosing;
 * a council's own words go to the first.
 */
export function defineRule(meta: RuleMeta, check: Check, lists: Rule['lists'] = {}): Rule {
  const plugin: Plugin<[RuleOptions?], Root> =
    (options = {}) =>
    (tree, file) =>
      runOnFile(plugin as Rule, tree, file, options)
  return Object.assign(plugin, {meta, check, lists})
}

export function isDocumentType(text: string): text is DocumentType {
  return ['child-in-need-plan', 'child-protection-plan', 'letter-before-proceedings', 'unknown'].includes(text)
}
