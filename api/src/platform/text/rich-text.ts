import { createRequire } from 'node:module'
import type sanitizeHtml from 'sanitize-html'
import type temml from 'temml'

/**
 * Loaded at the first text that has markup or a formula, and not at the start: the two packages and what they bring take some 6 MB of
 * every process for as long as it lives, and a class or round without formulas never asks for them (test/guards/start-modules.spec.ts).
 */
const load = createRequire(import.meta.url)
let sanitizer: typeof sanitizeHtml | undefined
let formulas: typeof temml | undefined

/** Limited rich text (IB-9): what may stand in it, and how it is shown. */

const BLOCKS = ['p', 'ul', 'ol', 'li', 'table', 'caption', 'thead', 'tbody', 'tr', 'th', 'td', 'pre', 'blockquote']
const INLINE = ['br', 'b', 'i', 'u', 's', 'sub', 'sup', 'code', 'a', 'img', 'audio']

const RENAMED: Record<string, string> = {
  strong: 'b',
  em: 'i',
  del: 's',
  strike: 's',
  ins: 'u',
  div: 'p',
  section: 'p',
  article: 'p',
  h1: 'p',
  h2: 'p',
  h3: 'p',
  h4: 'p',
  h5: 'p',
  h6: 'p',
  tt: 'code',
}

/** Elements that are dropped with everything inside. */
const DROPPED = [
  'script',
  'style',
  'textarea',
  'option',
  'noscript',
  'iframe',
  'object',
  'svg',
  'math',
  'template',
  'title',
]

const OPTIONS: sanitizeHtml.IOptions = {
  allowedTags: [...BLOCKS, ...INLINE],
  nonTextTags: DROPPED,
  allowedAttributes: {
    a: ['href'],
    img: ['src', 'alt'],
    audio: ['src', 'title'],
    td: ['colspan', 'rowspan'],
    th: ['colspan', 'rowspan'],
  },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowedSchemesByTag: { img: ['media'], audio: ['media'] },
  allowProtocolRelative: false,
  nestingLimit: 40,
  transformTags: Object.fromEntries(Object.entries(RENAMED).map(([from, to]) => [from, to])),
  exclusiveFilter: (frame) =>
    ((frame.tag === 'img' || frame.tag === 'audio') && !/^media:[\w.%-]{1,200}$/.test(frame.attribs.src ?? '')) ||
    (frame.tag === 'p' && frame.text.trim() === '' && !frame.mediaChildren?.length),
}

/** Tags that go without being missed: they carry no meaning of their own here. */
const UNMISSED = new Set([
  ...BLOCKS,
  ...INLINE,
  ...Object.keys(RENAMED),
  'span',
  'font',
  'body',
  'html',
  'head',
  'small',
  'big',
  'tfoot',
  'col',
  'colgroup',
  'center',
  'label',
])

/**
 * IB-9: HTML from anywhere as limited rich text: only the listed elements and attributes, pictures and sounds only from the media
 * store, no non-breaking or doubled spaces, NFC. Text that is one paragraph stands without the paragraph's tags.
 * @returns the text, and the names of elements that carried meaning and had to go
 */
export function sanitiseRich(html: string): { html: string; removed: string[] } {
  const normal = html.normalize('NFC')
  if (!/[<&\u00a0]/.test(normal)) return { html: normal.replace(/[ \t\r\n]+/g, ' ').trim(), removed: [] }
  const removed = new Set<string>()
  for (const [, name = ''] of normal.matchAll(/<([a-zA-Z][\w:-]*)/g))
    if (!UNMISSED.has(name.toLowerCase())) removed.add(name.toLowerCase())
  sanitizer ??= load('sanitize-html') as typeof sanitizeHtml
  const clean = sanitizer(normal, OPTIONS)
    .replace(/\u00a0/g, ' ')
    .replace(/[ \t\r\n]+/g, ' ')
    .replace(/<br \/>/g, '<br>')
    .replace(/<img ([^>]*?) \/>/g, '<img $1>')
    .replace(/ ?(<\/?(?:p|ul|ol|li|table|caption|thead|tbody|tr|th|td|blockquote)\b[^>]*>) ?/g, '$1')
    .replace(/^(?:<br>| )+|(?:<br>| )+$/g, '')
    .trim()
  const flat = flatParagraphs(clean)
  const single = /^<p>((?:(?!<\/?(?:p|ul|ol|table|pre|blockquote)\b).)*)<\/p>$/.exec(flat)
  return { html: (single?.[1] ?? flat).trim(), removed: [...removed] }
}

/** Elements that may hold paragraphs of their own. */
const HOLDERS = new Set(['li', 'td', 'th', 'blockquote', 'caption'])

/**
 * Paragraphs side by side: what was a block around other blocks (divisions in divisions, a list in a paragraph) is closed before the next
 * block begins, as browsers do.
 */
function flatParagraphs(html: string): string {
  let out = ''
  let isOpen = false
  const around: boolean[] = []
  for (const part of html.split(/(<\/?(?:p|ul|ol|li|table|caption|td|th|pre|blockquote)\b[^>]*>)/)) {
    const tag = /^<(\/?)([a-z]+)/.exec(part)
    const name = tag?.[2] ?? ''
    const isEnd = tag?.[1] === '/'
    if (!tag || !/^(p|ul|ol|li|table|caption|td|th|pre|blockquote)$/.test(name)) {
      out += part
      continue
    }
    if (isOpen && (!isEnd || name !== 'p')) {
      out += '</p>'
      isOpen = false
    }
    if (name === 'p') {
      if (isEnd && !isOpen) continue
      isOpen = !isEnd
    } else if (HOLDERS.has(name)) {
      if (isEnd) isOpen = around.pop() ?? false
      else around.push(false)
    }
    out += part
  }
  return (isOpen ? `${out}</p>` : out).replace(/<p>\s*<\/p>/g, '')
}

/** Names of the media that a rich text shows. */
export function mediaIn(html: string): string[] {
  return [...html.matchAll(/(?:src)="media:([^"]+)"/g)].map((match) => match[1] as string)
}

/**
 * Rich text as it is sent to be shown: formulas (LaTeX between `\(` and `\)` or `\[` and `\]`) as MathML, which browsers draw without
 * scripts or fonts. A formula that cannot be read stays as it was written.
 */
export function presentRich(html: string): string {
  if (!html.includes('\\(') && !html.includes('\\[')) return html
  return html.replace(
    /\\\(([\s\S]{1,2000}?)\\\)|\\\[([\s\S]{1,2000}?)\\\]/g,
    (whole, inline?: string, block?: string) => {
      const latex = unescapeText(inline ?? block ?? '')
      try {
        formulas ??= load('temml') as typeof temml
        return formulas.renderToString(latex, {
          displayMode: block !== undefined,
          trust: false,
          throwOnError: true,
          maxExpand: 100,
          annotate: false,
        })
      } catch {
        return whole
      }
    },
  )
}

function unescapeText(html: string): string {
  return html
    .replace(/<br>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
}
