import { escapeHtml } from '@thiso/contracts/vocab'
import { hasMedia, mediaAsWords } from '../html-media.js'

/** Text of one look within a cell. */
export interface CellRun {
  text: string
  look: Look
}

export interface Look {
  b: boolean
  i: boolean
  u: boolean
  s: boolean
  script: '' | 'sub' | 'sup'
}

export const NO_LOOK: Look = { b: false, i: false, u: false, s: false, script: '' }

const POINT = '• '

/** Runs of a cell as limited rich text: line breaks as `<br>`, lines that begin with a bullet as a list. */
export function htmlOfRuns(runs: readonly CellRun[]): string {
  const lines: CellRun[][] = [[]]
  for (const { text, look } of runs) {
    text.split(/\r\n?|\n/).forEach((part, at) => {
      if (at > 0) lines.push([])
      if (part !== '') lines.at(-1)?.push({ text: part, look })
    })
  }
  let html = ''
  let isList = false
  let isFirst = true
  for (const line of lines) {
    const isPoint = line[0]?.text.startsWith(POINT) ?? false
    if (isPoint !== isList) html += isPoint ? '<ul>' : '</ul>'
    else if (!isFirst && !isPoint) html += '<br>'
    const [first, ...rest] = line
    html +=
      isPoint && first
        ? `<li>${inlineHtml([{ ...first, text: first.text.slice(POINT.length) }, ...rest])}</li>`
        : inlineHtml(line)
    isList = isPoint
    isFirst = false
  }
  if (isList) html += '</ul>'
  return html.trim()
}

type Tag = 'b' | 'i' | 'u' | 's' | 'sub' | 'sup'

function tagsOf(look: Look): Tag[] {
  const tags: Tag[] = []
  for (const tag of ['b', 'i', 'u', 's'] as const) if (look[tag]) tags.push(tag)
  if (look.script !== '') tags.push(look.script)
  return tags
}

function inlineHtml(runs: readonly CellRun[]): string {
  let html = ''
  let open: Tag[] = []
  for (const { text, look } of runs) {
    const tags = tagsOf(look)
    let kept = 0
    while (kept < open.length && open[kept] === tags[kept]) kept++
    for (const tag of open.slice(kept).reverse()) html += `</${tag}>`
    for (const tag of tags.slice(kept)) html += `<${tag}>`
    open = tags
    html += escapeHtml(text)
  }
  for (const tag of [...open].reverse()) html += `</${tag}>`
  return html
}

const TOKEN = /<(\/?)([a-z][a-z0-9]*)\b[^>]*>|&(?:amp|lt|gt|quot|apos|nbsp|#\d+|#x[0-9a-f]+);|[^<&]+|[<&]/gi
const LOOKS: Record<string, Partial<Look>> = {
  b: { b: true },
  strong: { b: true },
  i: { i: true },
  em: { i: true },
  u: { u: true },
  s: { s: true },
  sub: { script: 'sub' },
  sup: { script: 'sup' },
}
const NEW_LINE = new Set(['p', 'ul', 'ol', 'table', 'tr', 'pre', 'blockquote', 'caption'])

/** The way there; what a cell has no place for leaves its words. */
export function runsOfHtml(html: string): CellRun[] {
  const runs: CellRun[] = []
  const looks: { name: string; look: Look }[] = []
  let isFresh = true
  const add = (text: string) => {
    if (text === '') return
    const look = looks.at(-1)?.look ?? NO_LOOK
    const last = runs.at(-1)
    if (last && sameLook(last.look, look)) last.text += text
    else runs.push({ text, look })
    isFresh = text.endsWith('\n')
  }
  const breakLine = () => {
    if (!isFresh) add('\n')
  }
  for (const match of mediaAsWords(html).matchAll(TOKEN)) {
    const [token, slash, name = ''] = match
    const tag = name.toLowerCase()
    if (tag === '') add(token.length > 1 && token.startsWith('&') ? letterOf(token) : token.replace(/\s*\n\s*/g, ' '))
    else if (tag === 'br') add('\n')
    else if (tag === 'li') {
      breakLine()
      if (slash === '') add(POINT)
    } else if (NEW_LINE.has(tag)) breakLine()
    else if ((tag === 'td' || tag === 'th') && slash === '/') add('\t')
    else if (LOOKS[tag] && slash === '')
      looks.push({ name: tag, look: { ...(looks.at(-1)?.look ?? NO_LOOK), ...LOOKS[tag] } })
    else if (LOOKS[tag] && looks.at(-1)?.name === tag) looks.pop()
  }
  const last = runs.at(-1)
  if (last) last.text = last.text.replace(/\s+$/, '')
  return runs.filter((run) => run.text !== '')
}

const ENTITIES: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&nbsp;': '\u00a0',
}

function letterOf(entity: string): string {
  const named = ENTITIES[entity.toLowerCase()]
  if (named !== undefined) return named
  const point = Number.parseInt(entity.replace(/^&#x?|;$/gi, ''), /^&#x/i.test(entity) ? 16 : 10)
  return point > 31 && point <= 0x10ffff ? String.fromCodePoint(point) : ' '
}

function sameLook(a: Look, b: Look): boolean {
  return a.b === b.b && a.i === b.i && a.u === b.u && a.s === b.s && a.script === b.script
}

export function textOfRuns(runs: readonly CellRun[]): string {
  return runs.map((run) => run.text).join('')
}

/** Does a cell hold all of a rich text? */
export function fitsCell(html: string): boolean {
  return hasMedia(html) ? false : htmlOfRuns(runsOfHtml(html)) === html
}
