/** Which elements of a page nobody sees. */
import type {DefaultTreeAdapterTypes} from 'parse5'

export type Element = DefaultTreeAdapterTypes.Element
export type HtmlNode = DefaultTreeAdapterTypes.Node

const neverShown = new Set([
  'script',
  'style',
  'template',
  'head',
  'noscript',
  'iframe',
  'noembed',
  'noframes',
  'object',
  'datalist',
  'audio',
  'video'
])
const hidingStyle = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i

/** Whether the element and all in it is out of sight. `classes` are those that the page's style sheet hides. */
export function isHidden(element: Element, classes: Set<string>): boolean {
  if (neverShown.has(element.tagName) || attribute(element, 'hidden') !== undefined) return true
  if (hidingStyle.test(attribute(element, 'style') ?? '')) return true
  return classes.size > 0 && (attribute(element, 'class') ?? '').split(/\s+/).some(name => classes.has(name))
}

/** The value of an attribute, or undefined. */
export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find(attr => attr.name === name)?.value
}

/** Classes that a style sheet hides with a rule of one class (`.guidance {display: none}`); rules for print and the like do not count. */
export function hiddenClasses(root: HtmlNode): Set<string> {
  const classes = new Set<string>()
  for (const sheet of elementsNamed(root, 'style')) {
    for (const [selectors, body] of rulesIn(rawText(sheet))) {
      if (!hidingStyle.test(body)) continue
      for (const selector of selectors.split(',')) {
        const name = /^\s*[a-z]*\.([\w-]+)\s*$/i.exec(selector)?.[1]
        if (name) classes.add(name)
      }
    }
  }
  return classes
}

/** The rules of a style sheet that stand in no other rule, as selectors and body. Splits only, so that its time grows with the length. */
function rulesIn(sheet: string): [selectors: string, body: string][] {
  const css = sheet
    .split('*/')
    .map(part => part.split('/*')[0])
    .join('')
  const rules: [string, string][] = []
  let inside = 0
  for (const part of css.split('}')) {
    const [selectors = '', body, ...deeper] = part.split('{')
    if (body === undefined) inside = Math.max(0, inside - 1)
    else {
      inside += deeper.length
      if (inside === 0) rules.push([selectors, body])
    }
  }
  return rules
}

/** The text of the page's `<title>`, if any. */
export function titleOf(root: HtmlNode): string | undefined {
  const title = elementsNamed(root, 'title')[0]
  return title && (rawText(title).replace(/\s+/g, ' ').trim() || undefined)
}

/** All elements of that name, in document order. */
export function elementsNamed(node: HtmlNode, name: string): Element[] {
  if (!('childNodes' in node)) return []
  return node.childNodes.flatMap(child => ('tagName' in child && child.tagName === name ? [child] : elementsNamed(child, name)))
}

/** The text in an element as the parser gives it. */
export function rawText(node: HtmlNode): string {
  if ('value' in node) return node.value
  return 'childNodes' in node ? node.childNodes.map(rawText).join('') : ''
}
