/** Colours and room, for the parts of the page. */
import type {createColors} from 'picocolors'

export interface Style {
  width: number
  colour: boolean
  colours: ReturnType<typeof createColors>
}
