/** A comparison as one self-contained page that can be read out in a meeting, put on a screen or printed. No script, nothing from elsewhere. */
import type {Element, ElementContent} from 'hast'
import {toHtml} from 'hast-util-to-html'
import {h} from 'hastscript'
import {visible} from '../visible.ts'
import type {Passage} from '../../comparison.ts'
import {type AnyChange, type AnyComparison, type Group, type Page, pageOf, type Part, words} from './page.ts'
import {policyFor} from '../html/policy.ts'
import {style} from './style.ts'
import {labelsOf} from './terminal.ts'
import wording from './wording.json' with {type: 'json'}

export function comparisonHtml(comparison: AnyComparison): string {
  const page = pageOf(comparison)
  const head = h('head', [
    h('meta', {charSet: 'utf-8'}),
    h('meta', {httpEquiv: 'Content-Security-Policy', content: policyFor({style})}),
    h('meta', {name: 'viewport', content: 'width=device-width, initial-scale=1'}),
    h('meta', {name: 'robots', content: 'noindex'}),
    h('title', page.title),
    h('style', style)
  ])
  const body = h(
    'body',
    h('main', [
      ...headElements(page),
      ...page.parts.map(part => partElement(part, comparison)),
      h('p', {className: ['trust']}, wording.trust)
    ])
  )
  return `<!doctype html>\n${toHtml(h('html', {lang: 'en-GB'}, [head, body]))}\n`
}

function headElements({title, lead, tally, notes, nothing}: Page): Element[] {
  const elements = [h('h1', title), h('p', {className: ['lead']}, `${lead}.`)]
  if (tally) elements.push(h('p', {className: ['tally']}, tally))
  if (nothing) elements.push(h('p', {className: ['tally']}, nothing))
  if (notes.length > 0) elements.push(h('div', {className: ['notes']}, [h('strong', wording.notes), ...notes.map(note => h('p', note))]))
  return elements
}

function partElement({id, title, groups}: Part, comparison: AnyComparison): Element {
  const isList = id === 'carried' || id === 'done'
  const content =
    id === 'know' ? [factsElement(groups)] : groups.flatMap(group => (isList ? [listElement(group)] : groupElements(group, comparison)))
  return h('section', {ariaLabelledBy: [id]}, [h('h2', {id}, title), ...content])
}

function groupElements({title, changes, reason, ask}: Group, comparison: AnyComparison): Element[] {
  const items = changes.map(change => h('li', changeElements(change, reason === null, ask === null, comparison)))
  return [
    h('h3', title),
    ...(reason ? [h('p', {className: ['reason']}, `${reason}.`)] : []),
    h('ul', {className: ['changes'], role: 'list'}, items),
    ...(ask ? [h('p', {className: ['ask']}, ask)] : [])
  ]
}

function changeElements(change: AnyChange, saysReason: boolean, saysAsk: boolean, comparison: AnyComparison): ElementContent[] {
  const [first, second] = labelsOf(change, comparison)
  const elements: ElementContent[] = []
  if (saysReason) elements.push(h('p', {className: ['reason']}, `${visible(change.reason)}.`))
  const sides = [
    ...(change.before ? [sideElement(first, change.before, 'before')] : []),
    ...(change.after ? [sideElement(second, change.after, 'after')] : [])
  ]
  if (sides.length > 0) elements.push(h('dl', {className: sides.length > 1 ? ['sides'] : ['sides', 'only']}, sides))
  if (saysAsk && change.ask) elements.push(h('p', {className: ['ask']}, visible(change.ask)))
  return elements
}

function sideElement(label: string, passage: Passage, side: 'before' | 'after'): Element {
  const content = h('dd', [`“${words(passage)}”`, h('span', {className: ['where']}, visible(passage.location))])
  return h('div', {className: ['side', side]}, [h('dt', label), content])
}

/** What is a sentence and no quotation, with its question. */
function factsElement(groups: readonly Group[]): Element {
  const items = groups
    .flatMap(({changes}) => changes)
    .map(({reason, ask}) => h('li', [`${visible(reason)}.`, ...(ask ? [' ', h('strong', visible(ask))] : [])]))
  return h('ul', {className: ['plain']}, items)
}

/** What needs no question, in a line each. */
function listElement({changes}: Group): Element {
  const items = changes.map(change => {
    if (change.kind !== 'done') return h('li', words(change.after) ?? '')
    const said = words(change.after)
    return h('li', [words(change.before) ?? '', ...(said ? [' ', h('span', {className: ['came']}, `(${said})`)] : [])])
  })
  return h('ul', {className: ['plain']}, items)
}
