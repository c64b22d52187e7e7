/** Going about the page: from a finding to its words and back, and from one finding to the next. */
import type {Finding} from './desk/reading.ts'
import type {Session} from './session.ts'

const isSideBySide = '(min-width: 64rem) and (min-height: 30rem)'

/** Makes a finding the current one and brings its words into view where both can be seen. */
export function choose(session: Session, id: number, {focus = false, toWords = matchMedia(isSideBySide).matches} = {}): void {
  session.current.value = id
  const title = titleOf(id)
  if (focus) title?.focus({preventScroll: true})
  title?.closest('.finding')?.scrollIntoView({block: 'nearest'})
  const finding = session.reading.value?.findings.find(other => other.id === id)
  if (toWords && finding) showWords(finding)
}

export function titleOf(id: number): HTMLElement | null {
  return document.getElementById(`finding-${id}`)
}

function showWords({number}: Finding): void {
  const [first] = marksOf(number)
  if (first) reveal(first)
}

export function marksOf(number: number): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(`mark[data-passage="${number}"]`)]
}

/** To the words, with the focus on the number behind them. */
export function goToWords(session: Session, finding: Finding): void {
  session.current.value = finding.id
  const reference = document.querySelector<HTMLElement>(`[data-reference="${finding.number}"]`)
  reference?.focus({preventScroll: true})
  showWords(finding)
}

export function goToFinding(session: Session, number: number): void {
  const finding = session.reading.value?.findings.find(other => other.number === number)
  if (!finding) return
  session.opened.value = new Set([...session.opened.value, finding.id])
  // The list draws the opened finding first.
  requestAnimationFrame(() => choose(session, finding.id, {focus: true, toWords: false}))
}

/** To the next finding that is shown, or the one before. */
export function step(session: Session, forward: boolean): void {
  const {shown, current} = session
  const ids = shown.value.map(({id}) => id)
  const here = ids.indexOf(current.value ?? Number.NaN)
  const next = here < 0 ? (forward ? ids[0] : ids.at(-1)) : ids[here + (forward ? 1 : -1)]
  if (next !== undefined) choose(session, next, {focus: true})
}

/** To a place in the document. */
export function goToPlace(start: number): void {
  const block = blockAt(start)
  if (!block) return
  block.setAttribute('tabindex', '-1')
  block.focus({preventScroll: true})
  reveal(block)
}

/** The paragraph or heading that holds an offset. */
export function blockAt(start: number): HTMLElement | null {
  const blocks = [...document.querySelectorAll<HTMLElement>('.sheet [data-from]')]
  return (
    blocks.findLast(block => {
      const {from, to} = placeOf(block)
      return from <= start && to >= start
    }) ?? null
  )
}

/** Where a paragraph or heading stands in the text. */
export function placeOf(block: HTMLElement): {from: number; to: number} {
  const start = Number(block.closest<HTMLElement>('[data-block]')?.dataset.start)
  return {from: start + Number(block.dataset.from), to: start + Number(block.dataset.to)}
}

function reveal(element: Element): void {
  element.scrollIntoView({block: 'center', inline: 'nearest'})
}
