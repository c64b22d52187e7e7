/** Gathers what goes into the text between runs, so that a run is cut once at one place whatever goes in there. */
import type {XmlElement} from '../../readers/docx/xml.ts'
import {insert, type Part, remove} from './part.ts'
import {type Gap, keepSpaces} from './runs.ts'

interface Cut {
  gap: Gap
  /** In this order: what ends here, signs, what begins here. */
  ends: string[]
  begins: string[]
}

/** Text between two gaps that goes, and what comes there. */
interface Swap {
  start: Gap
  end: Gap
  xml: string
}

export interface Cuts {
  end(gap: Gap, xml: string): void
  begin(gap: Gap, xml: string): void
  /** Makes a gap known before anything goes in there. */
  note(gap: Gap): void
  /** Makes known a run that may be cut. */
  cutting(run: XmlElement): void
  /** Takes out what stands between two gaps and puts this there, if nothing else is cut in between. */
  swap(start: Gap, end: Gap, xml: string): boolean
  /** Makes the cuts. */
  make(): void
}

export function cutsIn(part: Part): Cuts {
  const cuts = new Map<number, Cut>()
  const runs = new Set<XmlElement>()
  const swaps: Swap[] = []
  const at = (gap: Gap): Cut => {
    const cut = cuts.get(gap.at) ?? {gap, ends: [], begins: []}
    cuts.set(gap.at, cut)
    return cut
  }
  return {
    end: (gap, xml) => void at(gap).ends.push(xml),
    begin: (gap, xml) => void at(gap).begins.push(xml),
    note: gap => void at(gap),
    cutting: run => void runs.add(run),
    swap: (start, end, xml) => {
      if ([...cuts.keys()].some(place => place > start.at && place < end.at)) return false
      if (swaps.some(other => start.at < other.end.at && other.start.at < end.at)) return false
      for (const gap of [start, end]) at(gap)
      swaps.push({start, end, xml})
      return true
    },
    make: () => {
      for (const cut of cuts.values()) insert(part, cut.gap.at, written(cut, swaps))
      const gaps = [...cuts.values()].map(({gap}) => gap)
      for (const run of runs) keepSpaces(part, run, gaps, at => swaps.some(({start, end}) => at >= start.at && at < end.at))
      for (const {start, end} of swaps) remove(part, {start: start.at, end: end.at})
    }
  }
}

/** What goes in at a cut. Where text is swapped, no half of its run is left to close or to open. */
function written({gap, ends, begins}: Cut, swaps: readonly Swap[]): string {
  const after = swaps.find(({start}) => start.at === gap.at)
  const before = swaps.find(({end}) => end.at === gap.at)
  return [before ? '' : gap.close, ...ends, ...begins, after ? after.xml : gap.open].join('')
}
