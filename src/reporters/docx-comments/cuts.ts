/** Gathers what goes into the text between runs, so that a run is cut once at one place whatever goes in there. */
import type {XmlElement} from '../../readers/docx/xml.ts'
import {insert, type Part} from './part.ts'
import {type Gap, keepSpaces} from './runs.ts'

interface Cut {
  gap: Gap
  /** In this order: what ends here, signs, what begins here. */
  ends: string[]
  begins: string[]
}

export interface Cuts {
  /** `runs` are those that may be cut by the gaps. */
  end(gap: Gap, xml: string): void
  begin(gap: Gap, xml: string): void
  /** Remembers a run that may be cut. */
  note(run: XmlElement): void
  /** Makes the cuts. */
  make(): void
}

export function cutsIn(part: Part): Cuts {
  const cuts = new Map<number, Cut>()
  const runs = new Set<XmlElement>()
  const at = (gap: Gap): Cut => {
    const cut = cuts.get(gap.at) ?? {gap, ends: [], begins: []}
    cuts.set(gap.at, cut)
    return cut
  }
  return {
    end: (gap, xml) => void at(gap).ends.push(xml),
    begin: (gap, xml) => void at(gap).begins.push(xml),
    note: run => void runs.add(run),
    make: () => {
      for (const {gap, ends, begins} of cuts.values()) insert(part, gap.at, gap.close + ends.join('') + begins.join('') + gap.open)
      const gaps = [...cuts.values()].map(({gap}) => gap)
      for (const run of runs) keepSpaces(part, run, gaps)
    }
  }
}
