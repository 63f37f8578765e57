import type { QtiVersion } from './qti-content-write.js'
import { attributeIn3, elementIn3 } from './qti-names.js'
import { escapeXml } from './safe-xml.js'

export type Attributes = Record<string, string | number | boolean | undefined>

/** Writes elements of QTI with the names of the version. */
export class QtiXml {
  constructor(readonly version: QtiVersion) {}

  el(name: string, attributes: Attributes, ...children: string[]): string {
    const is3 = this.version === 3
    const tag = is3 ? elementIn3(name) : name
    const written = Object.entries(attributes)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => ` ${is3 ? attributeIn3(key) : key}="${escapeXml(String(value))}"`)
      .join('')
    const inner = children.join('')
    return inner === '' ? `<${tag}${written}/>` : `<${tag}${written}>${inner}</${tag}>`
  }

  value(value: string | number): string {
    return this.el('value', {}, escapeXml(String(value)))
  }
}
