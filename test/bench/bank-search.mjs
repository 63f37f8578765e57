// @ts-check
// Searching a bank of a hundred thousand items: what an organizer types, with filters, through the API; beside it the plainest request.
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Connection, requestText } from './http-client.mjs'
import { quantile, round, startStage } from './stage.mjs'

const CHUNK = 5_000
const CONTENT = fileURLToPath(new URL('../../seed/content/items/', import.meta.url))
const TOPICS = [
  'concepts',
  'national-policy',
  'digital-government',
  'digital-economy',
  'digital-society',
  'cyber-safety',
  'quang-nam',
  'youth-union',
]
const LEVELS = ['recall', 'understand', 'apply', 'apply-high']

/** What is typed, from rare to what nearly every item holds. */
const SEARCHES = [
  `q=${encodeURIComponent('lừa đảo công an giả')}`,
  `q=${encodeURIComponent('vneid muc 2')}`,
  `q=${encodeURIComponent('nam quang doi chuyen so ke hoach')}`,
  `q=${encodeURIComponent('CĐS 749')}`,
  `q=${encodeURIComponent('chữ ký số')}&topic=concepts&level=apply`,
  `q=${encodeURIComponent('ngân hàng')}`,
  `q=${encodeURIComponent('thanh toán không dùng tiền mặt')}&state=approved`,
  `q=${encodeURIComponent('số')}`,
  'q=0421',
  'topic=quang-nam&state=approved&page=3',
  'type=matching',
  `tag=${encodeURIComponent('tình huống')}`,
  'flag=any',
  '',
]

export async function run(
  /** @type {Record<string, number>} */ { items = 100_000, rounds = 12 },
  /** @type {(line: string) => void} */ say,
) {
  const stage = await startStage(say)
  try {
    const token = await fill(stage.database, items)
    say(`${items} items are in the bank`)
    const connection = new Connection(stage.api.port)
    const get = async (/** @type {string} */ path) => {
      const from = performance.now()
      const { status, body } = await connection.send(requestText('GET', path, token))
      if (status !== 200) throw new Error(`${path}: ${status} ${body.slice(0, 200)}`)
      return { ms: performance.now() - from, total: Number(/"total":(\d+)/.exec(body)?.[1] ?? 0) }
    }
    /** @type {number[]} */
    const all = []
    /** @type {number[]} */
    const plain = []
    /** @type {Record<string, { total: number, mean: number, worst: number }>} */
    const bySearch = {}
    for (let n = 0; n < rounds; n++) {
      for (const search of SEARCHES) {
        plain.push((await get('/api/auth/me')).ms)
        const { ms, total } = await get(`/api/admin/items?size=50&${search}`)
        // The first time through warms caches and plans.
        if (n === 0) continue
        all.push(ms)
        const name = decodeURIComponent(search)
        const { worst, mean } = bySearch[name] ?? { worst: 0, mean: 0 }
        bySearch[name] = { total, worst: Math.max(worst, ms), mean: mean + ms / (rounds - 1) }
      }
    }
    connection.close()
    for (const [search, { total, mean, worst }] of Object.entries(bySearch))
      say(`${search.padEnd(60)} ${String(total).padStart(7)} found, mean ${round(mean)} ms, worst ${round(worst)} ms`)
    for (const list of [all, plain]) list.sort((a, b) => a - b)
    const found = Object.values(bySearch).filter(({ total }) => total > 0).length
    return {
      items,
      searches: SEARCHES.length,
      p50Ms: round(quantile(all, 0.5)),
      p95Ms: round(quantile(all, 0.95)),
      worstMs: round(all.at(-1) ?? 0),
      plainRequestP50Ms: round(quantile(plain, 0.5), 2),
      ratioToPlain: round(quantile(all, 0.5) / Math.max(0.01, quantile(plain, 0.5))),
      isPassed: found >= SEARCHES.length - 2 && quantile(all, 0.95) < 100,
    }
  } finally {
    await stage.stop()
  }
}

/** Items recombined from the real ones, so that words are as frequent as in a real bank. @returns an organizer's session */
async function fill(/** @type {import('pg').Client} */ database, /** @type {number} */ count) {
  const { searchText } = await import(
    new URL('../../api/dist/modules/item-bank/domain/search-words.js', import.meta.url).href
  )
  const real = readdirSync(CONTENT).flatMap((topic) =>
    readdirSync(`${CONTENT}${topic}`).flatMap((file) =>
      JSON.parse(readFileSync(`${CONTENT}${topic}/${file}`, 'utf8')).map((/** @type {any} */ item) => ({
        ...item,
        topic,
      })),
    ),
  )
  const bankId = randomUUID()
  await database.query(`INSERT INTO item_bank (id, name) VALUES ($1, 'bench')`, [bankId])
  const documentId = randomUUID()
  await database.query(
    `INSERT INTO source_document (id, number, kind, title, issuer, in_force_to, url, search_folded) VALUES ($1, '1', 'decision', 'x', '', '2025-01-01', '', '')`,
    [documentId],
  )
  for (let from = 0; from < count; from += CHUNK) {
    const rows = Array.from({ length: Math.min(CHUNK, count - from) }, (_, index) => {
      const n = from + index
      const [a, b] = [real[n % real.length], real[(n * 7 + 3) % real.length]]
      const [head, tail] = [a.body.stem.split(' '), b.body.stem.split(' ')]
      const stem = [...head.slice(0, Math.ceil(head.length / 2)), ...tail.slice(Math.floor(tail.length / 2))].join(' ')
      const options = (a.body.options ?? []).concat(b.body.options ?? []).slice(0, 4)
      const code = `${a.code.slice(0, 2)}-${String(n).padStart(4, '0')}`
      return {
        id: randomUUID(),
        versionId: randomUUID(),
        code,
        type: a.body.type,
        topic: TOPICS[n % 8],
        level: LEVELS[(n >> 3) % 4],
        state: n % 5 === 0 ? 'draft' : 'approved',
        stem,
        folded: searchText(code, stem, ...options),
        tags: a.tags,
        basis: n % 400 === 0 ? [documentId] : [],
        question: { type: a.body.type, stem, options, choices: [], unit: '', translations: {} },
      }
    })
    const json = JSON.stringify(rows)
    await database.query(
      `INSERT INTO item (id, bank_id, code, type, topic, level, state, version, stem_text, search_folded, points, tags, document_ids, basis_document_ids)
       SELECT id, $2, code, type, topic, level, state, 1, stem, folded, 1, tags, basis, basis
       FROM jsonb_to_recordset($1::jsonb) AS t(id uuid, code text, type text, topic text, level text, state text, stem text, folded text, tags text[], basis uuid[])`,
      [json, bankId],
    )
    await database.query(
      `INSERT INTO item_version (id, item_id, version, question)
       SELECT "versionId", id, 1, question FROM jsonb_to_recordset($1::jsonb) AS t(id uuid, "versionId" uuid, question jsonb)`,
      [json],
    )
  }
  const [accountId, token] = [randomUUID(), randomBytes(32).toString('base64url')]
  await database.query(
    `INSERT INTO account (id, role, login, password_hash, full_name, name_folded) VALUES ($1, 'organizer', 'bench', 'none', 'Bench', 'bench')`,
    [accountId],
  )
  await database.query(
    `INSERT INTO session (id, token_hash, account_id, label, expires_at) VALUES (gen_random_uuid(), decode($2, 'hex'), $1, 'bench', now() + interval '1 day')`,
    [accountId, createHash('sha256').update(token).digest('hex')],
  )
  await database.query('VACUUM ANALYZE')
  return token
}
