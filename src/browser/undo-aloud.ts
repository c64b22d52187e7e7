/** Undo, and saying what was undone. */
import {undo} from './deeds.ts'
import type {PageState} from './page.ts'
import type {Session} from './session.ts'
import wording from './wording.json' with {type: 'json'}
import {say} from './wording.ts'

export async function undoAloud(session: Session, page: PageState): Promise<void> {
  const undone = await undo(session)
  page.said.value = undone ? say(wording.undo.done, {what: wording.undo[undone.kind]}) : wording.undo.nothing
}
