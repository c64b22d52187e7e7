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

  override render({index, block: {html, start}}: Properties) {
    // biome-ignore lint/security/noDangerouslySetInnerHtml: made of hast in the worker, where nothing of a document can be mark-up
    return <div class="block" data-block={index} data-start={start} dangerouslySetInnerHTML={{__html: html}} />
  }
}
