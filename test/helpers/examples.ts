/**
 * The examples of a rule's README: fenced Markdown documents whose info string says what must happen.
 *
 *     ```reported type=child-protection-plan child=Josh severity=info
 *     ... «flagged words» ...
 *     ```
 *
 * `reported` with marks: exactly those words, in that order. `reported` without marks: exactly one finding for the document (or as many
 * as `count=N`; with `child=`, naming that child). `clean`: no finding. Type is child-in-need-plan unless given.
 */
export interface Example {
  rule: string
  kind: 'reported' | 'clean'
  type: string
  text: string
  marked: string[]
  child: string | null
  count: number
  severity: string | null
  line: number
}

export function examplesIn(markdown: string, rule: string): Example[] {
  const examples: Example[] = []
  const fence = /^(`{3,})(reported|clean)([^\n]*)\n([\s\S]*?)^\1\s*$/gm
  for (const match of markdown.matchAll(fence)) {
    const attributes = Object.fromEntries([...(match[3] as string).matchAll(/(\w+)=(\S+)/g)].map(([, key, value]) => [key, value]))
    const source = match[4] as string
    examples.push({
      rule,
      kind: match[2] as Example['kind'],
      type: attributes.type ?? 'child-in-need-plan',
      text: source.replace(/[«»]/g, ''),
      marked: [...source.matchAll(/«([^»]*)»/g)].map(([, words]) => words as string),
      child: attributes.child ?? null,
      count: Number(attributes.count ?? 1),
      severity: attributes.severity ?? null,
      line: markdown.slice(0, match.index).split('\n').length
    })
  }
  return examples
}
