/** Runs rules on a plan and turns their findings into messages. Knows no particular rule. */
import type {Root} from 'mdast'
import type {VFile} from 'vfile'
import {planOf} from '../model/build.ts'
import {isDoubtful} from '../model/doubts.ts'
import {locationOf} from '../model/location.ts'
import type {Plan, Span} from '../model/plan.ts'
import {sourceRange} from '../model/spans.ts'
import {type LineIndex, lineIndexOf, pointAt} from '../model/points.ts'
import type {Message, Severity} from '../report.ts'
import {createMatcher, type Match, type Matcher, type PhraseEntry} from '../text/phrases.ts'
import {fillIn} from '../wording.ts'
import {type IsVouchedFor, vouchedFor} from './council-words.ts'
import type {Finding, Rule, RuleContext, RuleMeta, RuleOptions} from './define-rule.ts'
import {likeOurs} from './plain-tree.ts'

export const docsUrl = 'https://github.com/planlint/planlint/blob/main/rules/'

export interface RuleSetting {
  severity?: Severity | 'off'
  options?: Record<string, unknown>
  /** Entries a council adds to the rule's word lists, by list name. */
  extra?: Record<string, PhraseEntry[]>
}

/** Rules made ready to run on many documents: one matcher for all their word lists. */
export interface RuleSet {
  rules: readonly Rule[]
  settings: Readonly<Record<string, RuleSetting>>
  matcher: Matcher
  /** By rule id, for rules that must leave some of the council's own words alone. */
  vouched: ReadonlyMap<string, IsVouchedFor>
}

/**
 * Makes rules ready. Throws an Error that names the phrase if one is badly written.
 * `services` are names of local services. A rule with an option `explained` leaves the words listed there alone.
 */
export function prepareRules(rules: readonly Rule[], settings: RuleSet['settings'] = {}, services: readonly string[] = []): RuleSet {
  const lists: Record<string, readonly PhraseEntry[]> = {}
  const active = rules.filter(rule => settings[rule.meta.id]?.severity !== 'off')
  for (const rule of active) {
    const extra = settings[rule.meta.id]?.extra ?? {}
    for (const name of new Set([...Object.keys(rule.lists), ...Object.keys(extra)])) {
      lists[`${rule.meta.id}/${name}`] = [...(rule.lists[name] ?? []), ...(extra[name] ?? [])]
    }
  }
  return {rules: active, settings, matcher: createMatcher(lists), vouched: vouchedByRule(active, settings, services)}
}

function vouchedByRule(rules: readonly Rule[], settings: RuleSet['settings'], services: readonly string[]): RuleSet['vouched'] {
  const vouched = new Map<string, IsVouchedFor>()
  for (const {meta} of rules) {
    const explained = 'explained' in meta.options ? settings[meta.id]?.options?.explained : undefined
    const check = vouchedFor({explained: Array.isArray(explained) ? explained.map(String) : [], services})
    if (check) vouched.set(meta.id, check)
  }
  return vouched
}

export interface Found extends Message {
  rank: number
  span: Span | null
}

/** All findings of a set of rules on one plan, in no particular order. */
export function runRules(plan: Plan, {rules, settings, matcher, vouched}: RuleSet, targetReadingAge = 11): Found[] {
  const found: Found[] = []
  const matches = matchesByList(plan, matcher)
  const lines = lineIndexOf(plan.text)
  const doubtful = isDoubtful(plan)
  for (const rule of rules) {
    const {meta} = rule
    if (!meta.documentTypes.includes(plan.type)) continue
    const setting = settings[meta.id] ?? {}
    const context: RuleContext = {
      options: {...meta.options, ...setting.options},
      targetReadingAge,
      matches: (block, list) => matches.get(`${meta.id}/${list}`)?.get(block) ?? []
    }
    const ofRows = meta.tags.includes('rows')
    const report = (finding: Finding): void => {
      if (finding.at && vouched.get(meta.id)?.(finding.at)) return
      const hint = ofRows && doubtful(finding.at?.block ?? null)
      const weighed = hint ? {...finding, severity: 'info' as const} : finding
      found.push(messageOf(weighed, meta, plan, lines, setting.severity === 'off' ? undefined : setting.severity))
    }
    rule.check(plan, report, context)
  }
  return found
}

function matchesByList(plan: Plan, matcher: Matcher): Map<string, Map<number, Match[]>> {
  const lists = new Map<string, Map<number, Match[]>>()
  for (const block of plan.blocks) {
    for (const match of matcher.match(block.text)) {
      let blocks = lists.get(match.list)
      if (!blocks) lists.set(match.list, (blocks = new Map()))
      const inBlock = blocks.get(block.index)
      if (inBlock) inBlock.push(match)
      else blocks.set(block.index, [match])
    }
  }
  return lists
}

function messageOf(finding: Finding, meta: RuleMeta, plan: Plan, lines: LineIndex, severity: Severity | undefined): Found {
  const key = finding.message ?? 'default'
  const template = meta.messages[key]
  if (template === undefined) throw new Error(`rules/${meta.id}/rule.json has no message “${key}”`)
  const values = {...finding.values, ...(finding.child === undefined ? {} : {child: finding.child})}
  const range = finding.at ? sourceRange(finding.at) : null
  return {
    ruleId: meta.id,
    severity: severity && finding.severity !== 'info' ? severity : (finding.severity ?? (meta.severity as Severity)),
    reason: fillIn(template, values),
    actual: finding.at && range ? actualText(plan, finding.at, range) : null,
    expected: finding.expected ?? (meta.expected[key] ?? meta.expected.default ?? []).map(text => fillIn(text, values)),
    replacement: finding.replacement ?? null,
    child: finding.child ?? null,
    place: range && {start: pointAt(lines, range.start), end: pointAt(lines, range.end)},
    location: locationOf(finding.at, plan),
    note: meta.note,
    url: `${docsUrl}${meta.id}/README.md`,
    rank: meta.rank,
    span: finding.at
  }
}

/** In HTML the source holds mark-up and entities, so the visible words stand for it; elsewhere the very text of the file. */
function actualText(plan: Plan, {block, start, end}: Span, range: {start: number; end: number}): string {
  return plan.format === 'html' ? block.text.slice(start, end) : plan.text.slice(range.start, range.end)
}

/** One rule as a plugin in somebody's own remark pipeline: messages go to the file. */
export function runOnFile(rule: Rule, tree: Root, file: VFile, {severity, ...options}: RuleOptions): void {
  const plan = planOf({format: 'markdown', tree: likeOurs(tree), text: String(file)})
  const setting: RuleSetting = {options, ...(severity && {severity})}
  for (const found of runRules(plan, prepareRules([rule], {[rule.meta.id]: setting}))) {
    const message = file.message(found.reason, {
      ruleId: found.ruleId,
      source: 'planlint',
      ...(found.place && {place: found.place})
    })
    Object.assign(message, {
      actual: found.actual ?? undefined,
      expected: found.expected,
      note: found.note,
      url: found.url,
      severity: found.severity,
      child: found.child
    })
  }
}
