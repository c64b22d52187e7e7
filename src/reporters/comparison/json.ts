/** A comparison as JSON: one value, the output contract itself. */
import {jsonText} from '../json.ts'
import type {AnyComparison} from './page.ts'

export function comparisonJson(comparison: AnyComparison): string {
  return jsonText(comparison)
}
