/**
 * `--baseline FILE`: the first run records what is there; later runs report what is new and say what has gone. The key that the codes are
 * made with is in a file of its own beside it, `FILE.key`: the baseline alone can be shared or put under version control, because without
 * the key nobody can find out whose words are in it by trying some.
 */
import {readFile, writeFile} from 'node:fs/promises'
import {relative, resolve, dirname} from 'node:path'
import type {Baseline, Change} from '../audit.ts'
import {visible} from '../index.ts'
import {keyFrom, keyIn} from './audit/cache.ts'
import type {Checked} from './check-files.ts'
import {Fault} from './fault.ts'
import type {Io} from './io.ts'

/** What is to be reported: all in the first run, what is new in later ones. */
export async function sinceBaseline(path: string, checked: Checked, io: Io): Promise<Checked> {
  const full = resolve(io.cwd, path)
  const text = await readFile(full, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw new Fault(`--baseline ${path} could not be opened.`)
  })
  return text === null ? recorded(path, full, checked, io) : compared(path, full, text, checked, io)
}

/** Reported as nothing: what is there today is what the baseline is for. */
async function recorded(path: string, full: string, {documents, sources}: Checked, io: Io): Promise<Checked> {
  const {emptyBaseline, record} = await import('../audit.ts')
  const {version} = await import('../index.ts')
  const key = await keyIn(`${full}.key`)
  const baseline = emptyBaseline(key, version)
  for (const document of documents) if (!document.error) record(baseline, nameOf(document.path, full, io.cwd), document, key)
  await writeFile(full, `${JSON.stringify(baseline, null, 2)}\n`).catch(() => {
    throw new Fault(`--baseline ${path} could not be written: is there such a folder?`)
  })
  const count = documents.reduce((sum, {messages}) => sum + messages.length, 0)
  io.err(`planlint: ${visible(path)} now holds ${count} findings in ${documents.length} documents. Later runs report only what is new.\n`)
  return {
    documents: documents.map(document => ({...document, messages: []})),
    sources: new Map([...sources].map(([at]) => [at, {contexts: []}]))
  }
}

async function compared(path: string, full: string, text: string, checked: Checked, io: Io): Promise<Checked> {
  const {changeSince, isKeyOf} = await import('../audit.ts')
  const baseline = baselineIn(text, path)
  const key = await keyFrom(`${full}.key`)
  if (!isKeyOf(baseline, key)) throw new Fault(`${path}.key is not the key that ${path} was made with.`)
  const only: Checked = {documents: [], sources: new Map()}
  const told: string[] = []
  let kept = 0
  for (const document of checked.documents) {
    const change = changeSince(baseline, nameOf(document.path, full, io.cwd), document, key)
    kept += change.kept
    if (!document.error) told.push(...goneLine(document.path, change))
    only.documents.push({...document, messages: document.messages.filter((_, index) => change.added.has(index))})
    const source = checked.sources.get(document.path)
    if (source) only.sources.set(document.path, {...source, contexts: source.contexts.filter((_, index) => change.added.has(index))})
  }
  const sum = `planlint: ${kept} findings of the baseline are there still and not shown${told.length > 0 ? '; gone since:' : '.'}`
  io.err(`${[sum, ...told].join('\n')}\n`)
  return only
}

function goneLine(path: string, {gone}: Change): string[] {
  if (gone.size === 0) return []
  return [`  ${visible(path)}: ${[...gone].map(([rule, count]) => (count > 1 ? `${rule} (${count})` : rule)).join(', ')}`]
}

function baselineIn(text: string, path: string): Baseline {
  try {
    const value: Baseline = JSON.parse(text)
    if (typeof value.keyCheck === 'string' && typeof value.documents === 'object') return value
  } catch {}
  throw new Fault(`--baseline ${path} is no baseline: delete it to record a new one, or give another name.`)
}

/** The same from whatever folder planlint is run. */
function nameOf(path: string, baseline: string, cwd: string): string {
  return relative(dirname(baseline), resolve(cwd, path)).replaceAll('\\', '/')
}
