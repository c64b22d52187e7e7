/** Every layout a plan is tested in. */
import type {AnyLayout} from './layout-parts.ts'
import {layouts} from './layouts.ts'
import {runningLayouts} from './running-layouts.ts'
import {tableLayouts} from './table-layouts.ts'

export const allLayouts: readonly AnyLayout[] = [...layouts, ...tableLayouts, ...runningLayouts]
