/** What is said of a document that was given up: it took too long, needed too much memory, is too large. */
import {auditWording} from '../../audit.ts'
import {ReadError} from '../../index.ts'

export interface Limits {
  /** In seconds. */
  time: number
  /** Of the JavaScript heap of a thread, in MB. */
  memory: number
  /** Of a file, in MB. */
  size: number
}

type Reason = keyof typeof auditWording.failures

export function limitFailure(reason: Reason, limits?: Limits): ReadError {
  const megabytes = reason === 'size' ? limits?.size : limits?.memory
  const sentence = auditWording.failures[reason].replace('{seconds}', String(limits?.time)).replace('{megabytes}', String(megabytes))
  return new ReadError(reason, sentence)
}
