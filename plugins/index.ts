/** Every rule, in alphabetical order. `npm run new-rule` adds a line here. */
import type {Rule} from '../src/engine/define-rule.ts'

const rules: readonly Rule[] = []
export default rules
