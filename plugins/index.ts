/** Every rule, in alphabetical order. `npm run new-rule` adds a line here. */
import type {Rule} from '../src/engine/define-rule.ts'
import blamingLanguage from './blaming-language.ts'

const rules: readonly Rule[] = [
  blamingLanguage
]
export default rules
