import {type Document, ReadError} from '../tree.ts'

export function read(_bytes: Uint8Array, _name: string): Document {
  throw new ReadError('not-a-document', 'not yet')
}
