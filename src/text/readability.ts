import type {Readability} from '../report.ts'

export function readabilityOf(_sentences: readonly string[]): Readability {
  return {
    words: 0, sentences: 0, readingAge: null, fleschReadingEase: null, fleschKincaidGrade: null, smog: null, gunningFog: null, daleChall: null,
    colemanLiau: null, automatedReadability: null
  }
}
