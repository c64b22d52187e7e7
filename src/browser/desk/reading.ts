/** What the worker tells the page of a document: plain values, and the document as it was laid out, block by block. */
import type {Document, DocumentReport, Message, Outline, Overview} from '../../index.ts'

export interface Finding extends Message {
  /** Stays with the finding for as long as its words do. */
  id: number
  /** As shown, from 1, in the order of the document. */
  number: number
  /** The words meant, as a reader sees them; empty for a finding about the whole document. */
  words: string
  /** Whether the words are marked in the document. */
  isMarked: boolean
}

/** A part of the document as it was laid out. */
export interface Block {
  /** Holds nothing of the document but its words. Places in it count from its start, so that it stays the same when something before it changes. */
  html: string
  start: number
}

export interface Reading {
  name: string
  format: Document['format'] | null
  report: DocumentReport
  findings: Finding[]
  blocks: Block[]
  overview: Overview | null
  outline: Outline | null
  /** Of the text that places count in. */
  length: number
  /** How many changes have been made to the words. */
  version: number
}

/** What the user says of the document. */
export interface Correction {
  type?: DocumentReport['type']
  /** ISO. */
  asOf?: string
}

/** A finding that the user has put aside, by its id, and why. */
export type Dismissals = readonly (readonly [id: number, reason: string])[]
