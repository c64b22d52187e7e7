/** Reporters that few runs need, loaded when one does. */
import type {Report, Sources} from '../report.ts'

/** The same as `html`, later. */
export async function htmlOnDemand(report: Report, sources?: Sources): Promise<string> {
  return (await import('./html.ts')).html(report, sources)
}
