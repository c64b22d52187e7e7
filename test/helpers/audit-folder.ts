/** Folders of plans for audits: teams with plans of many layouts, and hostile files among them. */
import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {planOfWords} from '../bench/plans.ts'
import {allLayouts} from './all-layouts.ts'
import {type Hostile, writeHostile} from './hostile.ts'
import {seededPlan} from './plans.ts'

const teams = ['North', 'South', 'East', 'West', 'Assessment', 'Court']

/** Two plans in three are long ones from Word, the third is one of the layouts. */
export function writeAuditFolder(folder: string, good: number, hostile: readonly Hostile[], words = 1300): void {
  const inTeam = (index: number): string => join(folder, teams[index % teams.length] as string)
  for (const team of teams) mkdirSync(join(folder, team), {recursive: true})
  for (let index = 0; index < good; index++) {
    const layout = allLayouts[index % allLayouts.length] as (typeof allLayouts)[number]
    const isLong = index % 3 < 2
    const name = isLong ? `plan-${index}.docx` : `plan-${index}-${layout.file}`
    writeFileSync(join(inTeam(index), name), isLong ? planOfWords(words, index) : layout.bytes(seededPlan(index)))
  }
  for (const [index, file] of hostile.entries()) writeHostile(inTeam(index * 5), file)
}
