/** A part of the document. It is drawn again only when it differs, and never while its words are being changed. */
import {Component} from 'preact'
import type {Block as BlockValue} from '../desk/reading.ts'

interface Properties {
  index: number
  block: BlockValue
  isFrozen: boolean
}

export class Block extends Component<Properties> {
  override shouldComponentUpdate({block, isFrozen}: Properties): boolean {
    return !isFrozen && (block.html !== this.props.block.html || block.start !== this.props.block.start || this.props.isFrozen)
  }

  /** What is in the HTML was made of hast, in the worker: nothing of a document can be mark-up in it. */
  override render({index, block: {html, start}}: Properties) {
    return <div class="block" data-block={index} data-start={start} dangerouslySetInnerHTML={{__html: html}} />
  }
}
