import { type ItemBody, type ItemDraft, type ItemProblem, type ReadRow, textsOf } from '@thiso/contracts/vocab'
import { ProblemError } from '../../../../kernel/problem-error.js'
import { decodeText } from './decode-text.js'
import { bareDraft, mapTexts } from './draft-texts.js'
import type { Losses, Reader, Writer } from './format.js'
import { mediaIdsOf } from './html-media.js'
import { draftFields, itemBody } from './json-shapes.js'

/**
 * Our own format, which loses nothing: `{ "format": "thi-so-items", "version": 1, "items": [ItemDraft …], "media": { id: { "mime",
 * "base64" } } }`. A number that is not known is null.
 */
export const JSON_FORMAT = 'thi-so-items'
const VERSION = 1

export const jsonLosses: Losses = () => []

export const writeJson: Writer = async ({ items, media }) => {
  const named = new Set(items.flatMap(mediaOf))
  const kept = [...media].filter(([id]) => named.has(id))
  const file = {
    format: JSON_FORMAT,
    version: VERSION,
    items,
    media: Object.fromEntries(
      kept.map(([id, { mime, bytes }]) => [id, { mime, base64: Buffer.from(bytes).toString('base64') }]),
    ),
  }
  return {
    bytes: new TextEncoder().encode(`${JSON.stringify(file, null, 2)}\n`),
    extension: 'json',
    mime: 'application/json',
  }
}

export const readJson: Reader = async (bytes) => {
  const { text, encoding } = decodeText(bytes)
  const file = parse(text)
  if (!isRecord(file) || file.format !== JSON_FORMAT || file.version !== VERSION || !Array.isArray(file.items))
    throw new ProblemError('UPLOAD.UNKNOWN_FORMAT')
  const media = readMedia(file.media)
  const rows = file.items.map((item, at) => readRow(item, at, media))
  return { rows, media, encoding: encoding === 'utf-8' ? null : encoding }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const place = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1]
    throw new ProblemError('UPLOAD.UNREADABLE', { reason: place ? `JSON, ${place}` : 'JSON' })
  }
}

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

function readMedia(media: unknown): Map<string, Uint8Array> {
  const read = new Map<string, Uint8Array>()
  if (!isRecord(media)) return read
  for (const [id, file] of Object.entries(media)) {
    const content = isRecord(file) ? file.base64 : undefined
    if (typeof content === 'string' && BASE64.test(content))
      read.set(id, Uint8Array.from(Buffer.from(content, 'base64')))
  }
  return read
}

/** Each field by itself, so that one that is wrong does not take the others along. */
function readRow(item: unknown, at: number, media: ReadonlyMap<string, Uint8Array>): ReadRow {
  const problems: ItemProblem[] = []
  if (!isRecord(item)) {
    const body: ItemBody = { type: 'single-choice', stem: '', options: [], key: -1 }
    return { place: `items[${at}]`, draft: bareDraft(body), problems: [{ code: 'unreadable', detail: typeof item }] }
  }
  const given = item
  const draft = bareDraft(readBody(given.body, problems))
  for (const [name, shape] of Object.entries(draftFields)) {
    if (given[name] === undefined) continue
    const read = shape.safeParse(given[name])
    if (read.success) Object.assign(draft, { [name]: read.data })
    else problems.push(fieldProblem(name, given[name], read.error.issues[0]?.path ?? []))
  }
  for (const id of mediaOf(draft)) if (!media.has(id)) problems.push({ code: 'media_missing', detail: id })
  const name = draft.code === '' ? `items[${at}]` : `items[${at}] ${draft.code}`
  return { place: name, draft, problems }
}

function fieldProblem(name: string, value: unknown, path: readonly PropertyKey[]): ItemProblem {
  const said = typeof value === 'string' ? value.slice(0, 80) : [name, ...path].map(String).join('.')
  if (name === 'topic') return { code: 'topic_unknown', detail: said }
  return name === 'level'
    ? { code: 'level_unknown', detail: said }
    : { code: 'unreadable', detail: [name, ...path].map(String).join('.') }
}

/** A body that is not right keeps its stem. */
function readBody(body: unknown, problems: ItemProblem[]): ItemBody {
  const read = itemBody.safeParse(body)
  if (read.success) return read.data
  const given = isRecord(body) ? body : {}
  const issue = read.error.issues[0]
  const isTypeWrong = issue?.path[0] === 'type'
  problems.push(
    isTypeWrong
      ? { code: 'type_unknown', detail: String(given.type ?? '').slice(0, 80) }
      : { code: 'unreadable', detail: ['body', ...(issue?.path ?? [])].map(String).join('.') },
  )
  const options = Array.isArray(given.options) ? given.options.filter((option) => typeof option === 'string') : []
  return { type: 'single-choice', stem: typeof given.stem === 'string' ? given.stem : '', options, key: -1 }
}

function mediaOf(draft: ItemDraft): string[] {
  const found: string[] = []
  mapTexts(draft, (html) => {
    found.push(...mediaIdsOf(html))
    return html
  })
  return [...new Set([...found, ...textsOf(draft.body).flatMap(mediaIdsOf)])]
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
