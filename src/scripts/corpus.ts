/** The labelled documents of corpus/, checked as they are. */
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {type DocumentReport, lint, prepareRules, rules} from '../index.ts'
import type {Gold} from './scoring.ts'

export const corpusFolder = fileURLToPath(new URL('../../corpus', import.meta.url))

/** The part of the corpus a document counts in: given to the project, our own, or our own kept aside while the rules were written. */
export type Part = 'gold' | 'own' | 'set aside'

export interface Labelled {
  part: Part
  /** Folder and file name. */
  path: string
  bytes: Uint8Array
  gold: Gold
}

/** All labelled documents, by path. */
export function labelledDocuments(root: string = corpusFolder): Labelled[] {
  const folders = readdirSync(root, {withFileTypes: true}).filter(entry => entry.isDirectory())
  return folders.flatMap(({name: folder}) =>
    readdirSync(join(root, folder))
      .filter(name => name.endsWith('.gold.json'))
      .sort()
      .map((name): Labelled => {
        const gold: Gold = JSON.parse(readFileSync(join(root, folder, name), 'utf8'))
        const part = folder === 'gold' ? 'gold' : gold.setAside ? 'set aside' : 'own'
        return {part, path: `${folder}/${gold.document}`, bytes: readFileSync(join(root, folder, gold.document)), gold}
      })
  )
}

/** Reports of documents, with the rules as they come. */
export function checkAll(documents: readonly Labelled[]): {document: Labelled; report: DocumentReport}[] {
  const set = prepareRules(rules)
  return documents.map(document => ({document, report: lint(document.bytes, document.path, {rules: set})}))
}
