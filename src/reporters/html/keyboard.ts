/** What the keys do, and the switch that turns them off. */
import type {Element} from 'hast'
import {h} from 'hastscript'
import wording from './wording.json' with {type: 'json'}

export function keyboardElement(): Element {
  const {heading, keys} = wording.keyboard
  return h('details', {className: ['keyboard']}, [
    h('summary', heading),
    h(
      'dl',
      keys.map(([key, does]) => h('div', [h('dt', key), h('dd', does)]))
    ),
    // Single keys must be possible to switch off: speech input and shaky hands press them by accident.
    h('label', {className: ['choice']}, [
      h('input', {type: 'checkbox', checked: true, autoComplete: 'off', dataKeys: ''}),
      h('span', wording.keyboard.switch)
    ])
  ])
}
