import { type DraftSource, escapeHtml } from '@thiso/contracts/vocab'
import { escapeXml } from './safe-xml.js'
import { unescapeHtml } from './text-formats.js'

/**
 * The sources of an item as the end of its explanation, for programs that have no place of their own for them: people see a list, and
 * our reader finds it again.
 */

const START = '<p class="sources">'
const ENTRY =
  /<li class="(basis|reference)">([^<]*)(?:<span class="locator">, ([^<]*)<\/span>)?(?: <a href="([^"]*)">[^<]*<\/a>)?<\/li>/g

export function withSources(explanation: string, sources: readonly DraftSource[], locale: 'vi' | 'en'): string {
  if (sources.length === 0) return explanation
  const entries = sources.map(({ document, locator, url, role }) => {
    const place = locator === '' ? '' : `<span class="locator">, ${escapeHtml(locator)}</span>`
    const link = url === '' ? '' : ` <a href="${escapeXml(url)}">${escapeHtml(url)}</a>`
    return `<li class="${role}">${escapeHtml(document)}${place}${link}</li>`
  })
  return `${explanation}${START}${locale === 'vi' ? 'Nguồn' : 'Sources'}:</p><ul>${entries.join('')}</ul>`
}

/** The way back: what stands before the list, and the list. An explanation without one, or with a changed one, is left alone. */
export function splitSources(html: string): { explanation: string; sources: DraftSource[] } {
  const at = html.lastIndexOf(START)
  if (at < 0) return { explanation: html, sources: [] }
  const list = html.slice(at)
  const sources = [...list.matchAll(ENTRY)].map(([, role, document = '', locator = '', url = '']) => ({
    document: unescapeHtml(document),
    locator: unescapeHtml(locator),
    url: unescapeHtml(url),
    role: role as DraftSource['role'],
  }))
  const rest = list.replace(ENTRY, '')
  return /^<p class="sources">[^<]*<\/p>\s*<ul>\s*<\/ul>\s*$/.test(rest) && sources.length > 0
    ? { explanation: html.slice(0, at).trim(), sources }
    : { explanation: html, sources: [] }
}
