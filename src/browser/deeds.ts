/** What a user can do with a document; everything here can be undone. */
import type {Correction, Reading} from './desk/reading.ts'
import type {Editing, Session, Step} from './session.ts'

export async function correct(session: Session, correction: Correction): Promise<Reading> {
  session.correction.value = correction
  const reading = await session.desk.correct(correction)
  session.reading.value = reading
  return reading
}

export function dismiss(session: Session, id: number, reason: string): void {
  session.dismissed.value = new Map([...session.dismissed.value, [id, reason]])
  session.steps.value = [...session.steps.value, {kind: 'dismiss', id}]
}

export function restore(session: Session, id: number): void {
  session.dismissed.value = new Map([...session.dismissed.value].filter(([other]) => other !== id))
  session.steps.value = session.steps.value.filter(step => step.kind !== 'dismiss' || step.id !== id)
}

/** Takes the last step back, and says what it was. */
export async function undo(session: Session): Promise<Step | null> {
  const step = session.steps.value.at(-1)
  if (!step) return null
  session.editing.value = null
  if (step.kind === 'dismiss') restore(session, step.id)
  else {
    session.steps.value = session.steps.value.slice(0, -1)
    session.reading.value = await session.desk.goBack(step.version)
  }
  return step
}

/** Puts a suggestion in the place of a finding's words. */
export async function replace(session: Session, id: number, words: string): Promise<void> {
  const version = session.reading.value?.version ?? 0
  const reading = await session.desk.replace(id, words)
  session.reading.value = reading
  if (reading.version !== version) session.steps.value = [...session.steps.value, {kind: 'edit', version}]
}

export async function beginEdit(session: Session, {from, to}: {from: number; to: number}): Promise<void> {
  const {version = 0, length = 0} = session.reading.value ?? {}
  session.editing.value = {version, from, to, length, words: await session.desk.wordsAt(from, to)}
}

/** A change of words in the making. */
export interface Edit {
  /** Checks the words as they are now; while the desk is at work, only the latest wait. */
  type(words: string): void
  finish(): Promise<void>
  cancel(): Promise<void>
}

export function editOf(session: Session, {version, from, to}: Editing): Edit {
  let waiting: string | null = null
  let work: Promise<void> | null = null
  const send = async (): Promise<void> => {
    while (waiting !== null) {
      const words = waiting
      waiting = null
      session.reading.value = await session.desk.rewrite(version, from, to, words)
    }
    work = null
  }
  const end = async (): Promise<boolean> => {
    await work
    session.editing.value = null
    return session.reading.value?.version !== version
  }
  return {
    type(words) {
      waiting = words
      work ??= send()
    },
    async finish() {
      if (await end()) session.steps.value = [...session.steps.value, {kind: 'edit', version}]
    },
    async cancel() {
      waiting = null
      if (await end()) session.reading.value = await session.desk.goBack(version)
    }
  }
}
