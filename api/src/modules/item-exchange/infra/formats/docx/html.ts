import { type Cell, htmlOfLine, isAll, isBlank, type Emphasis, type Line, without } from './line.js'
import type { Entry } from './tables.js'

/** What stands in lines and tables as limited rich text. */

const EMPHASES: readonly Emphasis[] = ['bold', 'italic', 'underline']

/** A look that all of a text has says nothing of it; a key may have been marked by it. */
export function withoutOverallLook(entries: readonly Entry[]): Entry[] {
  const lines = entries.flatMap((entry) => (entry.kind === 'line' ? [entry.line] : []))
  const overall = EMPHASES.filter((emphasis) => {
    const filled = lines.filter((line) =>
      line.pieces.some((piece) => piece.html === undefined && piece.text.trim() !== ''),
    )
    return filled.length > 0 && filled.every((line) => isAll(line, emphasis))
  })
  return entries.map((entry) => (entry.kind === 'line' ? { ...entry, line: without(entry.line, overall) } : entry))
}

type Group = { kind: 'paragraph'; html: string } | { kind: 'list'; points: string[] } | { kind: 'table'; html: string }

/** One paragraph stands alone; several, lists and tables stand in their elements. */
export function htmlOf(entries: readonly Entry[]): string {
  const groups: Group[] = []
  for (const entry of entries) {
    const last = groups.at(-1)
    if (entry.kind === 'table') groups.push({ kind: 'table', html: tableHtml(entry.rows) })
    if (entry.kind !== 'line' || isBlank(entry.line)) continue
    const html = htmlOfLine(entry.line)
    if (html === '') continue
    if (entry.line.isBullet) {
      if (last?.kind === 'list') last.points.push(html)
      else groups.push({ kind: 'list', points: [html] })
    } else if (entry.line.isContinued && last?.kind === 'paragraph') last.html += `<br>${html}`
    else if (entry.line.isContinued && last?.kind === 'list') last.points[last.points.length - 1] += `<br>${html}`
    else groups.push({ kind: 'paragraph', html })
  }
  const isSingle =
    groups.filter((group) => group.kind === 'paragraph').length <= 1 &&
    groups.every((group, at) => at === 0 || group.kind !== 'paragraph')
  return groups
    .map((group) => {
      if (group.kind === 'table') return group.html
      if (group.kind === 'list') return `<ul>${group.points.map((point) => `<li>${point}</li>`).join('')}</ul>`
      return isSingle ? group.html : `<p>${group.html}</p>`
    })
    .join('')
}

/** Lines of an option: one below the other. */
export function inlineHtmlOf(entries: readonly Entry[]): string {
  return entries.every((entry) => entry.kind === 'line' && !entry.line.isBullet)
    ? entries
        .flatMap((entry) => (entry.kind === 'line' ? [htmlOfLine(entry.line)] : []))
        .filter((html) => html !== '')
        .join('<br>')
    : htmlOf(entries)
}

export function htmlOfLines(lines: readonly Line[]): string {
  return htmlOf(withoutOverallLook(lines.map((line) => ({ kind: 'line', line }))))
}

function tableHtml(rows: readonly Cell[][]): string {
  const body = rows.map((row) => `<tr>${row.map(cellHtml).join('')}</tr>`).join('')
  return `<table><tbody>${body}</tbody></table>`
}

function cellHtml(cell: Cell): string {
  const tag = cell.isHeader ? 'th' : 'td'
  const spans = `${cell.columns > 1 ? ` colspan="${cell.columns}"` : ''}${cell.rows > 1 ? ` rowspan="${cell.rows}"` : ''}`
  const inner = htmlOf(cell.blocks.map((block): Entry => block))
  return `<${tag}${spans}>${inner}</${tag}>`
}
