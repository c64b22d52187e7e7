/** The sample documents of `npm start`, one of each kind and format, and what planlint says of them. */
import {fileURLToPath} from 'node:url'
import {run} from '../cli/run.ts'

export const samples: readonly string[] = [
  'corpus/child-in-need/cin-12.docx',
  'corpus/child-protection/cp-14.md',
  'corpus/before-proceedings/lbp-15.html'
]

/** What `npm start` prints, 80 columns wide and without colour. */
export async function sampleOutput(): Promise<string> {
  const lines: string[] = []
  const cwd = fileURLToPath(new URL('../..', import.meta.url))
  const out = (text: string): void => void lines.push(text)
  const input = async (): Promise<Uint8Array> => new Uint8Array()
  await run(['--no-config', ...samples], {cwd, out, err: out, input, columns: null, colour: false, progress: false})
  return lines.join('').trimEnd()
}
