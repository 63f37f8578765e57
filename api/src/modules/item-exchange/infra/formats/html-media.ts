import { createHash } from 'node:crypto'
import { escapeHtml, type ItemProblem, plainText } from '@thiso/contracts/vocab'
import type { MediaFile } from './format.js'
import { escapeXml } from './safe-xml.js'

/** Pictures and sounds in the HTML of other programs, and the way from and to our `media:NAME` addresses. */

const EXTENSIONS: Record<string, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'audio/mpeg': 'mp3',
  'audio/ogg': 'ogg',
  'audio/wav': 'wav',
  'audio/mp4': 'm4a',
  'audio/webm': 'webm',
}
const SOUND = /\.(?:mp3|ogg|oga|opus|wav|m4a|aac|weba)$/i
const PICTURE = /\.(?:png|jpe?g|gif|webp|avif|bmp|svgz?|tiff?)$/i

export const isSoundName = (name: string) => SOUND.test(name)
export const isPictureName = (name: string) => PICTURE.test(name)

/** The name under which a file of media goes into a package. */
export function fileNameOf(id: string, file: MediaFile): string {
  return `${id.replace(/[^\w.-]/g, '_')}.${EXTENSIONS[file.mime] ?? 'bin'}`
}

/** Media of one file that is read: equal content is kept once, under a name made of it. */
export class MediaShelf {
  readonly files = new Map<string, Uint8Array>()

  /** @returns the name for `media:NAME`; null for what is refused: drawings and pages, which may hold scripts */
  put(name: string, bytes: Uint8Array): string | null {
    const head = Buffer.from(bytes.subarray(0, 256))
      .toString('latin1')
      .split('\0')
      .join('')
      .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*/, '')
    if (/\.(?:svgz?|html?|xml)$/i.test(name) || head.startsWith('<') || bytes.length === 0) return null
    const extension = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? 'bin'
    const key = `${createHash('sha256').update(bytes).digest('hex').slice(0, 24)}.${extension}`
    this.files.set(key, bytes)
    return key
  }
}

interface Tag {
  name: string
  attributes: Map<string, string>
  start: number
  end: number
}

const ATTRIBUTE = /[\s/]*([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/y

/** The next opening tag of one of the names; each character is looked at once. */
function nextTag(html: string, from: number): Tag | null {
  const opening = /<(img|audio|video|a|object|embed|iframe)(?=[\s/>])/gi
  opening.lastIndex = from
  for (let match = opening.exec(html); match; match = opening.exec(html)) {
    const attributes = new Map<string, string>()
    let at = opening.lastIndex
    for (;;) {
      ATTRIBUTE.lastIndex = at
      const found = ATTRIBUTE.exec(html)
      if (!found) break
      attributes.set((found[1] as string).toLowerCase(), unescapeAttribute(found[2] ?? found[3] ?? found[4] ?? ''))
      at = ATTRIBUTE.lastIndex
    }
    while (at < html.length && /[\s/]/.test(html[at] as string)) at++
    if (html[at] === '>')
      return { name: (match[1] as string).toLowerCase(), attributes, start: match.index, end: at + 1 }
    // Not a tag after all; what follows is looked at again from where the reading stopped.
    opening.lastIndex = at
  }
  return null
}

function unescapeAttribute(text: string): string {
  return text
    .replace(/&quot;|&#34;/g, '"')
    .replace(/&#0?39;|&apos;/g, "'")
    .replace(/&nbsp;/g, '\u00a0')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
}

export interface MediaSource {
  shelf: MediaShelf
  /** The file at an address of the text; undefined when the file does not hold it. */
  find: (address: string) => Uint8Array | undefined
  problems: ItemProblem[]
}

/**
 * HTML with its pictures and sounds as `<img src="media:NAME" alt>` and `<audio src="media:NAME" title>`. What is not in the file is
 * told as media_missing, what is refused as media_refused, films and frames as part_ignored; their tags are taken out.
 */
export function withMedia(html: string, source: MediaSource): string {
  const lower = html.toLowerCase()
  // Where the next closing tag of a name stands: looked for once, not once for each opening tag.
  const closings = new Map<string, number>()
  const closingAfter = (name: string, from: number) => {
    let at = closings.get(name) ?? -1
    if (at < from && at !== html.length) {
      at = lower.indexOf(`</${name}>`, from)
      if (at < 0) at = html.length
      closings.set(name, at)
    }
    return at
  }
  let result = ''
  let done = 0
  for (let tag = nextTag(html, 0); tag; tag = nextTag(html, Math.max(done, tag.end))) {
    const isVoid = tag.name === 'img' || tag.name === 'embed'
    const closing = isVoid ? html.length : closingAfter(tag.name, tag.end)
    const isClosed = closing < html.length
    const replaced = replacement(tag, isClosed ? html.slice(tag.end, closing) : '', source)
    if (replaced === null) continue
    result += html.slice(done, tag.start) + replaced
    done = isClosed ? closing + tag.name.length + 3 : tag.end
  }
  return result + html.slice(done)
}

/** null: the tag is left as it is */
function replacement(tag: Tag, inner: string, source: MediaSource): string | null {
  const get = (name: string) => tag.attributes.get(name) ?? ''
  const label = () => get('title') || get('aria-label') || plainText(inner)
  switch (tag.name) {
    case 'img':
      return picture(get('src'), get('alt'), source)
    case 'a': {
      const isOwnFile = get('href').startsWith('@@PLUGINFILE@@')
      if (isOwnFile && isSoundName(get('href'))) return sound(get('href'), label(), source)
      if (isOwnFile) source.problems.push({ code: 'part_ignored', detail: get('href').slice(15) })
      return null
    }
    case 'audio': {
      const address = get('src') || (/<source\b[^>]*?\bsrc\s*=\s*["']?([^"'\s>]+)/i.exec(inner)?.[1] ?? '')
      return sound(unescapeAttribute(address), label(), source)
    }
    case 'object':
      if (isSoundName(get('data')) || get('type').startsWith('audio/')) return sound(get('data'), label(), source)
      if (isPictureName(get('data')) || get('type').startsWith('image/')) return picture(get('data'), label(), source)
      break
  }
  source.problems.push({ code: 'part_ignored', detail: `<${tag.name}>` })
  return escapeHtml(plainText(inner))
}

function picture(address: string, alt: string, source: MediaSource): string {
  const name = shelved(address, source)
  return name === null ? '' : `<img src="media:${name}" alt="${escapeXml(alt)}">`
}

function sound(address: string, title: string, source: MediaSource): string {
  const name = shelved(address, source)
  return name === null ? escapeHtml(title) : `<audio src="media:${name}" title="${escapeXml(title)}"></audio>`
}

function shelved(address: string, source: MediaSource): string | null {
  const data = /^data:([\w.+/-]+)(?:;[\w=-]+)*;base64,/i.exec(address)
  const bytes = data ? Buffer.from(address.slice(data[0].length), 'base64') : source.find(address)
  const detail = data ? (data[1] as string) : address.replace(/^@@PLUGINFILE@@\//, '').slice(0, 120)
  if (!bytes) {
    source.problems.push({ code: 'media_missing', detail })
    return null
  }
  const mime = data?.[1]?.toLowerCase() ?? ''
  const isDrawing = mime.startsWith('image/svg') || mime === 'text/html'
  const name = isDrawing
    ? null
    : source.shelf.put(data ? `x.${EXTENSIONS[mime] ?? 'bin'}` : address.replace(/[?#].*$/, ''), bytes)
  if (name === null) source.problems.push({ code: 'media_refused', detail })
  return name
}

/** Does a text hold pictures or sounds? */
export const hasMedia = (html: string) => /<(?:img|audio)\b[^>]*\bsrc="media:/.test(html)

/** Rich text with each picture and sound replaced by the words that stand for it. */
export function mediaAsWords(html: string): string {
  return html
    .replace(/<img\b[^>]*?\balt="([^"]*)"[^>]*>/g, '$1')
    .replace(/<audio\b[^>]*?\btitle="([^"]*)"[^>]*>(?:<\/audio>)?/g, '$1')
    .replace(/<(?:img|audio)\b[^>]*>(?:<\/audio>)?/g, '')
    .replace(/&quot;/g, '"')
    .trim()
}

/** The media that a rich text names, each once. */
export function mediaIdsOf(html: string): string[] {
  return [...new Set([...html.matchAll(/\bsrc="media:([^"]+)"/g)].map((match) => match[1] as string))]
}
