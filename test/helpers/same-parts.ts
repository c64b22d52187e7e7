/** Compares Word files part by part. */
import {unzipSync} from 'fflate'

/** Paths of the parts that are not the same, byte by byte, in both. */
export function partsThatDiffer(before: Uint8Array, after: Uint8Array): string[] {
  const [a, b] = [unzipSync(before), unzipSync(after)]
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
    path => !Buffer.from(a[path] ?? []).equals(b[path] ?? new Uint8Array()) || !(path in a)
  )
}

/** Whether a part was only added to: all its letters are there still, in order. */
export function isKept(before: Uint8Array, after: Uint8Array, path: string): boolean {
  const [a, b] = [before, after].map(bytes => new TextDecoder().decode(unzipSync(bytes)[path])) as [string, string]
  let at = 0
  for (const letter of b) if (a.startsWith(letter, at)) at += letter.length
  return at === a.length
}
