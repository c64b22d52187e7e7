import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import type {Nodes, Root} from 'mdast'
import {describe, expect, it} from 'vitest'
import {check, type Document, readOnDemand, replaceWords, wordsAt} from '../src/index.ts'
import {corpusFolder} from '../src/scripts/corpus.ts'

const read = (text: string, name = 'plan.md'): Promise<Document> => readOnDemand(new TextEncoder().encode(text), name)

function blocksOf(tree: Root): {from: number; to: number}[] {
  const found: {from: number; to: number}[] = []
  const walk = (node: Nodes): void => {
    if (node.type === 'paragraph' || node.type === 'heading')
      found.push({from: node.position?.start.offset ?? 0, to: node.position?.end.offset ?? 0})
    else if ('children' in node) for (const child of node.children) walk(child)
  }
  walk(tree)
  return found
}

/** A line end in the source is a space in the tree. */
const plain = (text: string): string => text.replace(/\s/g, ' ')

/** Text nodes that are as long as their source must be that source, and places must follow one another. */
function faultsIn({tree, text}: Document): string[] {
  const faults: string[] = []
  const walk = (node: Nodes, from: number, to: number): void => {
    const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0]
    if (start < from || end > to || start > end) faults.push(`${node.type} ${start}..${end} outside ${from}..${to}`)
    if (node.type === 'text' && node.value.length === end - start && plain(text.slice(start, end)) !== plain(node.value)) {
      faults.push(`“${text.slice(start, end)}” is not “${node.value}”`)
    }
    if ('children' in node) for (const child of node.children) walk(child, start, end)
  }
  walk(tree, 0, text.length)
  return faults
}

describe('replaceWords', () => {
  it('changes what differs and nothing else: bold words stay bold, the old document stays as it was', async () => {
    const before = await read('# Child in need plan\n\nMum is **hostile** to *all* staff.\n\nNext.')
    const [, block] = blocksOf(before.tree)
    const {from, to} = block as {from: number; to: number}
    expect(wordsAt(before, from, to)).toBe('Mum is hostile to all staff.')
    const after = replaceWords(before, from, to, 'Mum is afraid of all staff.')
    expect(after?.document.text).toBe('# Child in need plan\n\nMum is **afraid of*all* staff.\n\nNext.'.replace('of*', 'of *'))
    expect(JSON.stringify(after?.document.tree)).toContain('"value":"all"')
    expect(before.text).toContain('hostile')
    expect(faultsIn(before)).toEqual([])
  })

  it('takes the finding with the words, and moves the findings behind', async () => {
    const before = await read('# Child in need plan\n\nDawn is hostile.\n\nDawn will engage with services.')
    const [, block] = blocksOf(before.tree)
    const after = replaceWords(before, block?.from ?? 0, block?.to ?? 0, 'Dawn shouted at the nurse on 3 March.')
    const found = ({document}: {document: Document}) => check(document, 'plan.md').report.messages.map(({actual}) => actual)
    expect(found({document: before})).toContain('hostile')
    expect(found(after as {document: Document})).not.toContain('hostile')
    const moved = check((after as {document: Document}).document, 'plan.md').report.messages.filter(({place}) => place)
    for (const {place, actual} of moved) expect(after?.document.text.slice(place?.start.offset, place?.end.offset)).toBe(actual)
  })

  it('is null where nothing differs', async () => {
    const document = await read('Dawn is here.')
    expect(replaceWords(document, 0, document.text.length, 'Dawn is here.')).toBeNull()
  })

  const names = ['child-protection/cp-13.docx', 'child-protection/cp-14.md', 'child-protection/cp-15.html', 'child-in-need/cin-16.txt']
  it.each(names)('leaves tree and text in step wherever it changes %s', async name => {
    const document = await readOnDemand(readFileSync(join(corpusFolder, name)), name)
    expect(faultsIn(document)).toEqual([])
    const blocks = blocksOf(document.tree)
    const edits = fc.record({
      block: fc.nat(blocks.length - 1),
      from: fc.nat(60),
      length: fc.nat(30),
      words: fc.constantFrom('', 'x', 'Kofi rings the ward by 4 May. ', 'a & b', 'one\ntwo')
    })
    fc.assert(
      fc.property(edits, ({block, from, length, words}) => {
        const place = blocks[block] as {from: number; to: number}
        const old = wordsAt(document, place.from, place.to)
        const wanted = old.slice(0, from) + words + old.slice(from + length)
        const after = replaceWords(document, place.from, place.to, wanted)
        if (!after) return
        const end = place.to + after.length - (after.end - after.start)
        expect(faultsIn(after.document)).toEqual([])
        if (!/\n/.test(words + old)) expect(wordsAt(after.document, place.from, end)).toBe(wanted)
        expect(() => check(after.document, name)).not.toThrow()
      }),
      {numRuns: 60, seed: 5}
    )
  })
})
