/** An “Edit” button at every paragraph and heading, for those who ask for them: they would be in the way of everybody else. */
import type {RefObject} from 'preact'
import {useEffect} from 'preact/hooks'
import {beginEdit} from '../deeds.ts'
import {placeOf} from '../go.ts'
import type {Session} from '../session.ts'
import wording from '../wording.json' with {type: 'json'}
import {say} from '../wording.ts'

export function useEditButtons(sheet: RefObject<HTMLElement>, isWanted: boolean, session: Session): void {
  useEffect(() => {
    const blocks = sheet.current?.querySelectorAll<HTMLElement>('[data-from]') ?? []
    for (const block of blocks) {
      const there = block.querySelector(':scope > .edit-button')
      if (!isWanted) there?.remove()
      else if (!there && !block.hidden) block.append(editButton(block, session))
    }
  })
}

function editButton(block: HTMLElement, session: Session): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'edit-button'
  button.textContent = wording.document.edit
  const words = (block.textContent ?? '').trim().split(/\s+/).slice(0, 6).join(' ')
  button.setAttribute('aria-label', say(wording.document.editLabel, {words}))
  button.addEventListener('click', () => void beginEdit(session, placeOf(block)))
  return button
}
