/** The package has no types of its own. */
declare module 'text-readability' {
  const textReadability: Record<'fleschReadingEase' | 'fleschKincaidGrade' | 'smogIndex' | 'colemanLiauIndex', (text: string) => number>
  export default textReadability
}
