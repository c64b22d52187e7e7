/**
 * The audit as one web page: measures against targets, by team and by month, what to teach first, what could not be read. It runs no script,
 * loads nothing and sends nothing. Every chart stands beside the same figures in a table.
 */
import {sha256} from '@noble/hashes/sha2.js'
import {utf8ToBytes} from '@noble/hashes/utils.js'
import {base64} from '@scure/base'
import type {Element, ElementContent} from 'hast'
import {toHtml} from 'hast-util-to-html'
import {h} from 'hastscript'
import {failuresSection, measuresSection, teamsSection} from './dashboard/sections.ts'
import {monthsSection} from './dashboard/months.ts'
import {style} from './dashboard/style.ts'
import {rulesSection} from './dashboard/rules.ts'
import {fill} from './dashboard/words.ts'
import type {Shown} from './naming.ts'
import {least} from './small-groups.ts'
import type {AuditSummary} from './summary.ts'
import wording from './wording.json' with {type: 'json'}

export function auditDashboard(summary: AuditSummary, shown: Shown & {smallGroups: boolean}): string {
  const {dashboard: words} = wording
  const {documents, failed, types, version} = summary
  const kinds = types.map(({types, documents}) => `${documents} × ${types.map(type => wording.types[type]).join(' / ')}`).join(', ')
  const parts: (Element | null)[] = [
    h('h1', words.title),
    h('p', {className: ['lead']}, fill(kinds ? words.lead : words.leadWithout, {documents, failed, types: kinds})),
    shown.smallGroups ? h('p', {className: ['warning']}, fill(wording.dashboard.shown, {what: wording.shown.smallGroups})) : null,
    measuresSection(summary),
    teamsSection(summary),
    monthsSection(summary),
    rulesSection(summary),
    failuresSection(summary)
  ]
  const body = [
    h('header', {className: ['brand']}, h('p', 'planlint')),
    h(
      'main',
      parts.filter(part => part !== null)
    ),
    h('footer', [h('p', words.care), h('p', fill(wording.workbook.privacy, {least})), h('p', fill(words.made, {version}))])
  ]
  return toHtml({type: 'root', children: [{type: 'doctype'}, h('html', {lang: 'en-GB'}, [head(words.title), h('body', body)])]})
}

function head(title: string): Element {
  const fingerprint = `'sha256-${base64.encode(sha256(utf8ToBytes(style)))}'`
  const policy = `default-src 'none'; style-src ${fingerprint}; base-uri 'none'; form-action 'none'`
  const parts: ElementContent[] = [
    h('meta', {charSet: 'utf-8'}),
    h('meta', {httpEquiv: 'Content-Security-Policy', content: policy}),
    h('meta', {name: 'viewport', content: 'width=device-width, initial-scale=1'}),
    h('meta', {name: 'color-scheme', content: 'light dark'}),
    h('meta', {name: 'referrer', content: 'no-referrer'}),
    h('title', title),
    h('style', style)
  ]
  return h('head', parts)
}
