/** Validation against the schemas of ECMA-376 and Word's later ones, by Microsoft's own Open XML SDK. */
import validate from '@ooxml-tools/validate'

/** What is wrong in `after` that was not wrong in `before`: a run that is cut has its faults twice, so each kind counts once. */
export async function newFaults(before: Uint8Array, after: Uint8Array): Promise<string[]> {
  const found = await faultsOf(after)
  if (found.size === 0) return []
  const known = await faultsOf(before)
  return [...found].filter(fault => !known.has(fault))
}

async function faultsOf(bytes: Uint8Array): Promise<Set<string>> {
  const results = await validate(new Uint8Array(bytes), 'docx')
  return new Set(results.map(({description, path}: {description: string; path: {partUri: string}}) => `${path.partUri}: ${description}`))
}
