/** What the page does: choosing findings, walking through them, and going from a finding to its words and back. It can be read without. */

const documents = [...document.querySelectorAll<HTMLElement>('.document')]
const switches = [...document.querySelectorAll<HTMLInputElement>('[data-keys]')]
const isSideBySide = matchMedia('(min-width: 64rem) and (min-height: 30rem)')

/** Where the reader is: on the finding in the list, or on the number after its words. */
let current: HTMLElement | null = null

function isInPaper(element: Element): boolean {
  return element.closest('.paper') !== null
}

function numberOf(stop: HTMLElement): string {
  return stop.dataset.reference ?? stop.closest<HTMLElement>('.finding')?.dataset.note ?? ''
}

/** The places that a walk stops at, in the order of the page. */
function stopsIn(side: 'paper' | 'list'): HTMLElement[] {
  const all = document.querySelectorAll<HTMLElement>(side === 'paper' ? 'a[data-reference]' : '.finding .title')
  return [...all].filter(stop => !stop.closest('[hidden]'))
}

function marksOf(part: Element, number: string): NodeListOf<HTMLElement> {
  return part.querySelectorAll<HTMLElement>(`mark[data-passage="${number}"]`)
}

/** Goes to a stop, and brings its other side into view where both can be seen. */
function goTo(stop: HTMLElement): void {
  const part = stop.closest('.document')
  if (!part) return
  const number = numberOf(stop)
  const finding = part.querySelector<HTMLElement>(`[data-note="${number}"]`)
  const marks = marksOf(part, number)
  for (const before of document.querySelectorAll('.current')) before.classList.remove('current')
  for (const element of [finding, ...marks]) element?.classList.add('current')
  current = stop
  stop.focus({preventScroll: true})
  if (isSideBySide.matches || isInPaper(stop)) (marks[0] ?? stop).scrollIntoView({block: 'center', inline: 'nearest'})
  if (isSideBySide.matches || !isInPaper(stop)) finding?.scrollIntoView({block: 'nearest'})
}

function otherSideOf(stop: HTMLElement): HTMLElement | null {
  const part = stop.closest('.document')
  const number = numberOf(stop)
  return part?.querySelector<HTMLElement>(isInPaper(stop) ? `[data-note="${number}"] .title` : `[data-reference="${number}"]`) ?? null
}

/** To the next or previous stop, on the side where the reader is. */
function step(forward: boolean, from: Element | null): void {
  const here = from?.closest('.finding, .paper') ? from : (current ?? from ?? document.body)
  const stops = stopsIn(isInPaper(here) ? 'paper' : 'list')
  const follows = (stop: HTMLElement): boolean => (here.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  const precedes = (stop: HTMLElement): boolean => (here.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_PRECEDING) !== 0
  const next = forward ? stops.find(follows) : stops.findLast(precedes)
  if (next) goTo(next)
}

/** Shows the findings that are wanted, in the list and in the document. */
function filter(part: HTMLElement): void {
  const wanted = new Set([...part.querySelectorAll<HTMLInputElement>('fieldset input:checked')].map(({value}) => value))
  const rule = part.querySelector('select')?.value
  const search = part.querySelector<HTMLInputElement>('[data-search]')?.value.trim().toLowerCase() ?? ''
  const findings = [...part.querySelectorAll<HTMLElement>('.finding')]
  for (const finding of findings) {
    const {note = '', rule: own, severity = ''} = finding.dataset
    const isWanted = wanted.has(severity) && (!rule || rule === own) && (!search || saidBy(finding).includes(search))
    finding.hidden = !isWanted
    for (const mark of marksOf(part, note)) mark.classList.toggle('off', !isWanted)
    const reference = part.querySelector<HTMLElement>(`[data-reference="${note}"]`)
    if (reference) reference.hidden = !isWanted
  }
  for (const group of part.querySelectorAll<HTMLElement>('.part')) group.hidden = !group.querySelector('.finding:not([hidden])')
  const status = part.querySelector<HTMLElement>('[role=status]')
  if (!status) return
  const shown = findings.filter(({hidden}) => !hidden).length
  status.textContent = (status.dataset.template ?? '').replace('{shown}', String(shown)).replace('{all}', String(findings.length))
}

/** What a finding says, without why it matters, which is the same for many. */
function saidBy(finding: HTMLElement): string {
  return [...finding.children]
    .filter(child => child.tagName !== 'DETAILS')
    .map(child => child.textContent)
    .join(' ')
    .toLowerCase()
}

function onClick(event: MouseEvent): void {
  const target = event.target as Element
  const button = target.closest<HTMLElement>('[data-step]')
  if (button) {
    const isHere = current?.closest('.document') === button.closest('.document')
    step(button.dataset.step === '1', isHere ? current : button)
    return
  }
  const link = target.closest<HTMLElement>('a.title, a[data-reference]')
  // Whoever selects words in the document does not want to leave them.
  const mark = link || !getSelection()?.isCollapsed ? null : target.closest<HTMLElement>('mark:not(.off)')
  const stop = link ?? mark?.closest('.document')?.querySelector<HTMLElement>(`[data-reference="${mark.dataset.passage}"]`)
  const other = stop && otherSideOf(stop)
  if (!other) return
  event.preventDefault()
  goTo(other)
}

function onKey(event: KeyboardEvent): void {
  const target = event.target as HTMLElement
  const isTyping = target.matches('select, input:not([type=checkbox])')
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey || !switches.every(({checked}) => checked)) return
  const key = event.key.toLowerCase()
  if (!['n', 'j', 'p', 'k'].includes(key)) return
  event.preventDefault()
  step(key === 'n' || key === 'j', document.activeElement)
}

/** A table that fits its frame need not be a stop for the Tab key. */
const frames = new ResizeObserver(changes => {
  for (const {target} of changes) {
    if (target.scrollWidth > target.clientWidth) target.setAttribute('tabindex', '0')
    else target.removeAttribute('tabindex')
  }
})

for (const element of document.querySelectorAll<HTMLElement>('[data-script]')) element.hidden = false
for (const frame of document.querySelectorAll('.table')) frames.observe(frame)
for (const part of documents) {
  part.addEventListener('input', () => filter(part))
  // A browser may have kept what was chosen before the page was loaded again.
  filter(part)
}
for (const chosen of switches) {
  chosen.addEventListener('change', () => {
    for (const other of switches) other.checked = chosen.checked
  })
}
document.addEventListener('click', onClick)
document.addEventListener('keydown', onKey)

export {}
