/** The report as JSON: one value, the output contract itself. */
import type {Report} from '../report.ts'

/** Characters that are lawful in JSON but would steer a terminal: controls, marks that turn the writing direction, line separators. */
const steering = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g

/** Two spaces of indentation and a final line end. Steering characters are written as `\uXXXX`: the value stays the same. */
export function json(report: Report): string {
  return jsonText(report)
}

/** Any plain value, in the same form. */
export function jsonText(value: object): string {
  const text = JSON.stringify(value, null, 2)
  return `${text.replace(steering, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`
}
