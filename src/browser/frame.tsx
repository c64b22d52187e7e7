/** A frame around what may be wider than the screen: it scrolls by itself, and by keyboard. */
import type {ComponentChildren} from 'preact'

export function Frame({name, children}: {name: string; children: ComponentChildren}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form
    <div class="frame" role="group" aria-label={name} tabIndex={0}>
      {children}
    </div>
  )
}
