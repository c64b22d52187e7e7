/** The documents of an audit as they come, each with its team: the first folder below the one that was given. */
import {basename, dirname, isAbsolute, relative, resolve, sep} from 'node:path'
import {stat} from 'node:fs/promises'
import type {Origin} from '../../audit.ts'
import {type Target, targetsOf} from '../files.ts'

export interface Source extends Target {
  origin: Origin
}

export interface Sources {
  /** Null where nobody knows beforehand. */
  count: number | null
  all: AsyncIterable<Source>
}

/** Files under a path of `left` are results, and no documents. */
export async function sourcesOf(paths: readonly string[], left: readonly string[], cwd: string): Promise<Sources> {
  const targets = (await targetsOf(paths, cwd)).filter(({path}) => !left.some(folder => isUnder(resolve(cwd, path), folder)))
  const roots: string[] = []
  for (const path of paths) if ((await stat(resolve(cwd, path)).catch(() => null))?.isDirectory()) roots.push(resolve(cwd, path))
  return {count: targets.length, all: each(targets, roots, cwd)}
}

async function* each(targets: readonly Target[], roots: readonly string[], cwd: string): AsyncIterable<Source> {
  for (const target of targets) yield {...target, origin: originOf(target.path, roots, cwd)}
}

export function sourcesFrom(lines: AsyncIterable<string>, root: string | undefined, cwd: string): Sources {
  return {count: null, all: eachLine(lines, root === undefined ? [] : [resolve(cwd, root)], cwd)}
}

async function* eachLine(lines: AsyncIterable<string>, roots: readonly string[], cwd: string): AsyncIterable<Source> {
  for await (const line of lines) {
    const path = line.trim()
    if (path) yield {path, origin: originOf(path, roots, cwd)}
  }
}

/** A file that lies in no folder that was given belongs to its own folder. */
function originOf(path: string, roots: readonly string[], cwd: string): Origin {
  const full = resolve(cwd, path)
  const root = roots.find(folder => isUnder(full, folder))
  if (root === undefined) return {path: path.replaceAll('\\', '/'), team: basename(dirname(full))}
  const parts = relative(root, full).split(sep)
  return {path: parts.join('/'), team: (parts.length > 1 ? parts[0] : basename(root)) ?? ''}
}

function isUnder(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way !== '' && !way.startsWith('..') && !isAbsolute(way)
}
