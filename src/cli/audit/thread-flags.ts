/**
 * Threads started after this compile their code and clear their memory themselves. V8 would hand that to helper threads, which serve one busy
 * thread well; where every processor has a document of its own they take the processors from the documents and wait for each other, a fifth
 * of all processor time.
 */
import {setFlagsFromString} from 'node:v8'

const flags = ['--no-concurrent-recompilation', '--no-parallel-scavenge', '--no-concurrent-marking', '--no-concurrent-sweeping']

export function eachThreadForItself(): void {
  for (const flag of flags) setFlagsFromString(flag)
}
