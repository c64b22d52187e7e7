/** Which files are meant, and their bytes. */
import {readFileSync} from 'node:fs'
import {stat} from 'node:fs/promises'
import {relative, resolve} from 'node:path'
import {ReadError} from '../index.ts'

/** A file to check, or a name that stands for none. */
export interface Target {
  /** As shown in the report. */
  path: string
  /** Set where the path leads to nothing that could be read. */
  error?: ReadError
}

const endings = 'docx,docm,dotx,dotm,pdf,md,markdown,html,htm,txt'

/** Files of a list of paths, folders and patterns, each once, in order; folders and patterns sorted by name. */
export async function targetsOf(paths: readonly string[], cwd: string): Promise<Target[]> {
  const targets = new Map<string, Target>()
  for (const path of paths) {
    for (const target of await expand(path, cwd)) {
      const key = resolve(cwd, target.path)
      if (!targets.has(key)) targets.set(key, target)
    }
  }
  return [...targets.values()]
}

/** A name that exists is meant as it stands, even if it holds the marks of a pattern. */
async function expand(path: string, cwd: string): Promise<Target[]> {
  const found = await stat(resolve(cwd, path)).catch(() => null)
  if (found?.isFile()) return [{path}]
  if (found && !found.isDirectory()) return [{path, error: unreadable('This is not a file: give a document, a folder or a pattern.')}]
  if (!found && !/[*?[\]{}()!]/.test(path))
    return [{path, error: unreadable('There is no file of this name: check the spelling and the folder.')}]
  const {convertPathToPattern, glob} = await import('tinyglobby')
  const pattern = found ? `${convertPathToPattern(path).replace(/\/+$/, '')}/**/*.{${endings}}` : path.replaceAll('\\', '/')
  // Word keeps a lock file beside a document that is open; it is no document.
  const matches = await glob(pattern, {cwd, ignore: ['**/node_modules/**', '**/~$*'], caseSensitiveMatch: false, absolute: true})
  if (matches.length === 0) {
    return [{path, error: unreadable(found ? 'There is no document in this folder.' : 'No file fits this pattern.')}]
  }
  return matches.sort((a, b) => (a < b ? -1 : 1)).map(match => ({path: shown(match, cwd)}))
}

function shown(path: string, cwd: string): string {
  const near = relative(cwd, path)
  return near.startsWith('..') ? path : near.replaceAll('\\', '/')
}

/** The bytes of a file. Throws a ReadError that says what to do. At once: to wait takes longer than to read a document. */
export function bytesOf(path: string, cwd: string): Uint8Array {
  try {
    return readFileSync(resolve(cwd, path))
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'EACCES' || code === 'EPERM') throw unreadable('You may not open this file: ask for access, or close it where it is open.')
    if (code === 'ENOENT') throw unreadable('There is no file of this name: check the spelling and the folder.')
    if (code === 'EISDIR') throw unreadable('This is a folder, not a file.')
    throw unreadable('This file could not be opened.')
  }
}

function unreadable(message: string): ReadError {
  return new ReadError('unreadable', message)
}
