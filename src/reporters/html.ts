/** The report as one HTML file: each document as it was laid out, findings marked in place and listed beside it. It connects to nothing. */
import {toHtml} from 'hast-util-to-html'
import {h} from 'hastscript'
import type {Report, Sources} from '../report.ts'
import {contentsElement} from './html/contents.ts'
import {documentElement} from './html/document.ts'
import {counted, fill} from './html/fill.ts'
import {nameOf, titleElement} from './html/name.ts'
import {policyFor} from './html/policy.ts'
import page from './html/page.json' with {type: 'json'}
import wording from './html/wording.json' with {type: 'json'}

/** Sources made with `keepTree` show the documents; without them only the findings are listed. */
export function html(report: Report, sources?: Sources): string {
  const {documents} = report
  const [only] = documents.length === 1 ? documents : []
  const level = only ? 1 : 2
  const values = {name: only ? nameOf(only.path).file : '', count: documents.length}
  const main = h('main', {id: 'top'}, [
    ...(only ? [titleElement(only.path, 1, 'name')] : [h('h1', fill(wording.heading.many, values)), contentsElement(documents)]),
    ...documents.map((document, index) =>
      documentElement(document, sources?.get(document.path), {prefix: `d${index + 1}`, level, isOnly: only !== undefined})
    )
  ])
  const head = h('head', [
    h('meta', {charSet: 'utf-8'}),
    h('meta', {httpEquiv: 'Content-Security-Policy', content: policyFor(page)}),
    h('meta', {name: 'viewport', content: 'width=device-width, initial-scale=1'}),
    h('meta', {name: 'color-scheme', content: 'light dark'}),
    h('meta', {name: 'referrer', content: 'no-referrer'}),
    h('meta', {name: 'generator', content: `planlint ${report.planlint}`}),
    h('title', fill(only ? wording.title.one : wording.title.many, values)),
    h('style', page.style)
  ])
  const body = h('body', [
    h('a', {className: ['skip'], href: '#d1-findings'}, wording.skip),
    h('header', {className: ['brand']}, h('p', wording.brand)),
    main,
    footer(report),
    h('script', page.script)
  ])
  return toHtml({type: 'root', children: [{type: 'doctype'}, h('html', {lang: 'en-GB'}, [head, body])]})
}

function footer({planlint, summary}: Report) {
  const total = (['error', 'warning', 'info'] as const).map(severity => counted(countOf(summary, severity), wording.counts[severity]))
  const sentences = [
    total.join(', ').concat('.'),
    fill(wording.footer.made, {version: planlint}),
    wording.footer.care,
    wording.footer.limits
  ]
  return h(
    'footer',
    sentences.map(text => h('p', text))
  )
}

function countOf({errors, warnings, info}: Report['summary'], severity: 'error' | 'warning' | 'info'): number {
  return {error: errors, warning: warnings, info}[severity]
}
