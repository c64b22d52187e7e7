/** A bar with its target. The figures stand beside it as text, so that a screen reader passes it over. */
import type {Element} from 'hast'
import {s} from 'hastscript'

const [width, height] = [200, 20]

export function barElement(figure: number, target: number | null): Element {
  const isBelow = target !== null && figure < target
  return s(
    'svg',
    {className: ['bar'], viewBox: `0 0 ${width} ${height}`, ariaHidden: 'true', focusable: 'false', preserveAspectRatio: 'none'},
    [
      s('rect', {className: ['track'], x: 0, y: 4, width, height: 12}),
      s('rect', {className: [isBelow ? 'below' : 'reached'], x: 0, y: 4, width: figure * (width / 100), height: 12}),
      ...(target === null
        ? []
        : [s('rect', {className: ['target'], x: Math.min(target * (width / 100), width - 2) - 1, y: 0, width: 3, height})])
    ]
  )
}
