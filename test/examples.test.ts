import {existsSync, readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {isDocumentType, lint, prepareRules, rules} from '../src/index.ts'
import {examplesIn} from './helpers/examples.ts'

for (const rule of rules) {
  const {id} = rule.meta
  const page = new URL(`../rules/${id}/README.md`, import.meta.url)
  const examples = existsSync(page) ? examplesIn(readFileSync(page, 'utf8'), id) : []
  describe(id, () => {
    it('has an example that is reported and one that is clean', () => {
      expect(new Set(examples.map(({kind}) => kind))).toEqual(new Set(['reported', 'clean']))
    })
    for (const example of examples) {
      it(`${example.kind}, line ${example.line}`, () => {
        if (!isDocumentType(example.type)) throw new Error(`${id}/README.md line ${example.line}: no such type: ${example.type}`)
        const {messages, error} = lint(new TextEncoder().encode(example.text), 'example.md', {
          type: example.type,
          rules: prepareRules([rule])
        })
        expect(error).toBeNull()
        const found = messages.filter(({severity}) => (example.severity === 'info') === (severity === 'info'))
        if (example.kind === 'clean') expect(found.map(({actual, reason}) => actual ?? reason)).toEqual([])
        else if (example.marked.length > 0) {
          const inOrder = [...found].sort((a, b) => (a.place?.start.offset ?? 0) - (b.place?.start.offset ?? 0))
          expect(inOrder.map(({actual}) => actual)).toEqual(example.marked)
        } else expect(found.map(({actual}) => actual)).toEqual(Array.from({length: example.count}, () => null))
        if (example.child) expect(found.map(({child}) => child)).toContain(example.child)
      })
    }
  })
}
