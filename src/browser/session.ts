/** One document on the page: what is known of it and what the user does with it. Signals, so that only what changes is drawn again. */
import {computed, type ReadonlySignal, type Signal, signal} from '@preact/signals'
import type {Remote} from 'comlink'
import type {Severity} from '../index.ts'
import type {Desk} from './desk.ts'
import type {Correction, Dismissals, Finding, Reading} from './desk/reading.ts'

export type View = 'check' | 'reading' | 'family' | 'supervision' | 'take'

export interface Filters {
  hidden: ReadonlySet<Severity>
  rule: string
  search: string
}

/** A block whose words are being changed; places count in the version with this number. */
export interface Editing {
  version: number
  from: number
  to: number
  words: string
  /** Length of the whole text in that version. */
  length: number
}

/** One thing that can be undone. */
export type Step = {kind: 'dismiss'; id: number} | {kind: 'edit'; version: number}

export interface Session {
  readonly desk: Remote<Desk>
  readonly name: string
  readonly reading: Signal<Reading | null>
  readonly view: Signal<View>
  readonly filters: Signal<Filters>
  /** Id of the finding the user is at. */
  readonly current: Signal<number | null>
  readonly opened: Signal<ReadonlySet<number>>
  readonly dismissed: Signal<ReadonlyMap<number, string>>
  readonly editing: Signal<Editing | null>
  /** Whether every part of the document has a button to change it. */
  readonly editable: Signal<boolean>
  readonly steps: Signal<readonly Step[]>
  /** Findings that are not put aside. */
  readonly open: ReadonlySignal<Finding[]>
  /** Those of them that the filters let through. */
  readonly shown: ReadonlySignal<Finding[]>
  readonly correction: Signal<Correction>
  close(): void
}

export function createSession(desk: Remote<Desk>, name: string, close: () => void): Session {
  const reading = signal<Reading | null>(null)
  const dismissed = signal<ReadonlyMap<number, string>>(new Map())
  const filters = signal<Filters>({hidden: new Set(), rule: '', search: ''})
  const open = computed(() => reading.value?.findings.filter(({id}) => !dismissed.value.has(id)) ?? [])
  return {
    desk,
    name,
    reading,
    view: signal<View>('check'),
    filters,
    current: signal<number | null>(null),
    opened: signal<ReadonlySet<number>>(new Set()),
    dismissed,
    editing: signal<Editing | null>(null),
    editable: signal(false),
    steps: signal<readonly Step[]>([]),
    open,
    shown: computed(() => open.value.filter(finding => fits(finding, filters.value))),
    correction: signal<Correction>({}),
    close
  }
}

function fits(finding: Finding, {hidden, rule, search}: Filters): boolean {
  if (hidden.has(finding.severity) || (rule && finding.ruleId !== rule)) return false
  const wanted = search.trim().toLowerCase()
  return !wanted || saidBy(finding).toLowerCase().includes(wanted)
}

function saidBy({reason, words, location, expected, child}: Finding): string {
  return [reason, words, location, child ?? '', ...expected].join(' ')
}

export function dismissalsOf({dismissed}: Session): Dismissals {
  return [...dismissed.value]
}

/** Whether the user would lose work with this document. */
export function hasWork({steps}: Session): boolean {
  return steps.value.length > 0
}
