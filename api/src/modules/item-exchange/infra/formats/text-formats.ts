import { escapeHtml } from '@thiso/contracts/vocab'

/** How texts of other programs become HTML. None of it is sanitised here. */

export type TextFormat = 'html' | 'plain' | 'moodle' | 'markdown'

/** Tags that people write on purpose; `<y` of "x<y" is none of them. */
const TAG =
  /<\/?(?:p|br|b|strong|i|em|u|s|sub|sup|code|pre|span|div|ul|ol|li|table|tbody|thead|tr|td|th|img|audio|video|source|a|h[1-6]|font|center|hr|blockquote|script|svg|math|iframe|object)(?=[\s/>])/i
const BLOCK = /<(?:p|div|br|ul|ol|li|table|tr|h[1-6]|pre|blockquote)[\s/>]/i

/**
 * @param text as the file has it, its escapes resolved
 * @param format `moodle`: HTML whose line breaks count, or plain text
 * @returns HTML; formulas between `$$` stand between `\(` and `\)`
 */
export function toHtml(text: string, format: TextFormat): string {
  const trimmed = text.trim()
  switch (format) {
    case 'html':
      return formulasOf(looseHtml(trimmed, true))
    case 'plain':
      return formulasOf(withBreaks(escapeHtml(trimmed)))
    case 'moodle': {
      const html = looseHtml(trimmed)
      return formulasOf(BLOCK.test(html) ? html : withBreaks(html))
    }
    case 'markdown':
      return formulasOf(markdown(looseHtml(trimmed)))
  }
}

/** HTML as people write it by hand: what cannot be a tag or an entity is text. */
function looseHtml(text: string, isSurelyHtml = false): string {
  const html = text.replace(/&(?!(?:[a-z][a-z0-9]{1,30}|#\d{1,7}|#x[0-9a-f]{1,6});)/gi, '&amp;')
  if (!isSurelyHtml && !TAG.test(html)) return html.replace(/</g, '&lt;').replace(/>/g, '&gt;')
  return html.replace(/<(?!\/?(?:[abipqsu]|[a-z][a-z0-9:-]+)[\s/>]|!--)/gi, '&lt;')
}

function withBreaks(html: string): string {
  return html.replace(/\r\n?|\n/g, '<br>')
}

/** The TeX filter's way of marking a formula. A `$$` that is meant as two dollars is written `&#36;&#36;` by our own writers. */
function formulasOf(html: string): string {
  if (!html.includes('$$') && !html.includes('&#36;')) return html
  return html.replace(/\$\$([^$]{1,2000})\$\$/g, '\\($1\\)').replace(/&#36;/g, '$')
}

/** Rich text in which nothing is taken for a formula that is none. */
export function withoutForeignFormulas(html: string): string {
  return html.replace(/\$\$/g, '&#36;&#36;')
}

/** The part of Markdown that questions use: paragraphs, lists, bold, italic, code. */
function markdown(text: string): string {
  const inline = (line: string) =>
    line
      .replace(/`([^`\n]+)`/g, '<code>$1</code>')
      .replace(/\*\*([^*\n]+)\*\*/g, '<b>$1</b>')
      .replace(/\*([^*\n]+)\*/g, '<i>$1</i>')
  const blocks = text
    .split(/\n[ \t]*\n/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
  const html = blocks.map((block) => {
    const lines = block.split('\n')
    if (lines.every((line) => /^\s*[-*+] /.test(line)))
      return `<ul>${lines.map((line) => `<li>${inline(line.replace(/^\s*[-*+] +/, ''))}</li>`).join('')}</ul>`
    if (lines.every((line) => /^\s*\d{1,3}[.)] /.test(line)))
      return `<ol>${lines.map((line) => `<li>${inline(line.replace(/^\s*\d{1,3}[.)] +/, ''))}</li>`).join('')}</ol>`
    return lines.map(inline).join('<br>')
  })
  const [only = ''] = html
  return html.length <= 1 ? only : html.map((block) => (/^<[uo]l>/.test(block) ? block : `<p>${block}</p>`)).join('')
}

/** The way back of `escapeHtml`, also for quotation marks. */
export function unescapeHtml(html: string): string {
  return html
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
}

/** One line of text of at most so many characters, with a sign that it goes on. */
export function shortened(text: string, max = 60): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= max ? line : `${line.slice(0, max - 1).replace(/\p{Surrogate}$/u, '')}…`
}

/**
 * An explanation with what a file says about single answers: one list entry each, begun by the answer.
 * @param notes `about` is plain text, `html` the feedback
 */
export function withFeedback(explanation: string, notes: readonly { about: string; html: string }[]): string {
  const entries = notes
    .filter((note) => note.html.trim() !== '')
    .map((note) => `<li>${note.about === '' ? '' : `<b>${escapeHtml(shortened(note.about))}</b>: `}${note.html}</li>`)
  return entries.length === 0 ? explanation : `${explanation}<ul>${entries.join('')}</ul>`
}
