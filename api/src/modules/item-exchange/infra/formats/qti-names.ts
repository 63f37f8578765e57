import { childrenOf, type XmlElement } from './safe-xml.js'

/**
 * QTI 2.x writes `choiceInteraction responseIdentifier`, QTI 3.0 `qti-choice-interaction response-identifier`. Inside the reader and the
 * writer everything has the names of 2.x.
 */

/** What stands in `toolName` of the items that we write. */
export const TOOL = 'Thi Số'
/** The identifier of the feedback that is an item's explanation. */
export const EXPLANATION = 'EXPLANATION'
/** In the metadata, what kind of identifier an item's code is. */
export const CODE_CATALOG = 'code'

const camel = (name: string) => name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** A tree with the names of 2.x; elements of HTML stay as they are. */
export function inNamesOf2(element: XmlElement): XmlElement {
  const isOwn = element.local.startsWith('qti-')
  const children = element.children.map((one) => (typeof one === 'string' ? one : inNamesOf2(one)))
  if (!isOwn) return { ...element, children }
  const local = camel(element.local.slice(4))
  const attributes = Object.fromEntries(Object.entries(element.attributes).map(([name, value]) => [camel(name), value]))
  return { name: local, local, attributes, children }
}

export const elementIn3 = (name: string) => `qti-${kebab(name)}`
export const attributeIn3 = (name: string) => (name.includes(':') ? name : kebab(name))

/** The values of `<value>`s, trimmed: programs write them in CDATA and on lines of their own. */
export function valuesOf(element: XmlElement | undefined): string[] {
  return childrenOf(element, 'value').map((value) =>
    value.children
      .filter((one) => typeof one === 'string')
      .join('')
      .trim(),
  )
}
