// @ts-check
// 100,000 standings as a file in every format, beside reading the same rows through a bare cursor: rows a second, and how far the
// server's memory grows meanwhile.
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { makeRound, round, startStage } from './stage.mjs'

const PAGE = 2_000
/** What a process may grow by, whatever the number of rows. */
const MAX_GROWTH_MB = 256

export async function run(
  /** @type {Record<string, number>} */ { rows = 100_000 },
  /** @type {(line: string) => void} */ say,
) {
  const stage = await startStage(say)
  try {
    const { database, api } = stage
    const { roundId } = await makeRound(database, { people: rows })
    await database.query(
      `INSERT INTO attempt (id, round_id, account_id, unit_id, attempt_no, state, holder, form, started_at, deadline_at, accept_until,
         submitted_at, submit_kind, points, max_points, answered_count, time_used_s, receipt_code, closed_seq)
       SELECT gen_random_uuid(), $1, id, unit_id, 1, 'submitted', 'h', '[]', now(), now(), now(),
         now() - make_interval(secs => random() * 600), 'by_participant', floor(random() * 21), 20, 20, 60 + floor(random() * 600), 'x',
         nextval('attempt_closed_seq')
       FROM account WHERE role = 'contestant'`,
      [roundId],
    )
    await database.query('ANALYZE')
    const token = await organizer(database)
    const bareMs = await bareCursor(database, roundId)
    say(`bare cursor: ${round(rows / (bareMs / 1000), 0)} rows/s`)
    /** @type {Record<string, { rowsPerSecond: number, peakGrowthMb: number, ratioToBare: number, fileMb: number }>} */
    const formats = {}
    for (const format of ['csv', 'xlsx', 'pdf']) {
      const path = `/api/admin/rounds/${roundId}/standings.${format}`
      const { ms, bytes, growthMb } = await download(api, path, token)
      const found = {
        rowsPerSecond: round(rows / (ms / 1000), 0),
        peakGrowthMb: round(growthMb),
        ratioToBare: round(ms / bareMs, 1),
        fileMb: round(bytes / 2 ** 20),
      }
      formats[format] = found
      say(`${format}: ${found.rowsPerSecond} rows/s, grew by ${found.peakGrowthMb} MB, ${found.fileMb} MB`)
    }
    const isPassed = Object.values(formats).every(({ peakGrowthMb }) => peakGrowthMb <= MAX_GROWTH_MB)
    return { rows, bareRowsPerSecond: round(rows / (bareMs / 1000), 0), formats, isPassed }
  } finally {
    await stage.stop()
  }
}

async function organizer(/** @type {import('pg').Client} */ database) {
  const id = randomUUID()
  const token = randomBytes(32).toString('base64url')
  await database.query(
    `INSERT INTO account (id, role, login, password_hash, full_name, name_folded) VALUES ($1, 'organizer', $2, 'none', 'Ban Tổ Chức', 'ban to chuc')`,
    [id, `bench-${id}`],
  )
  await database.query(
    `INSERT INTO session (id, token_hash, account_id, label, expires_at) VALUES (gen_random_uuid(), $1, $2, 'bench', now() + interval '1 day')`,
    [createHash('sha256').update(token).digest(), id],
  )
  return token
}

/** The same rows ranked and read page by page, and nothing done with them. */
async function bareCursor(/** @type {import('pg').Client} */ database, /** @type {string} */ roundId) {
  const from = performance.now()
  await database.query('BEGIN')
  await database.query(
    `DECLARE bare NO SCROLL CURSOR FOR
     SELECT rank() OVER (ORDER BY t.points DESC, t.time_used_s, floor(extract(epoch FROM t.submitted_at))) AS rank, a.full_name,
            a.birth_date, a.login, t.unit_id, t.points, t.time_used_s, t.submitted_at
     FROM attempt t JOIN account a ON a.id = t.account_id WHERE t.round_id = '${roundId}' ORDER BY 1`,
  )
  for (;;) {
    const { rows } = await database.query(`FETCH ${PAGE} FROM bare`)
    if (rows.length === 0) break
  }
  await database.query('COMMIT')
  return performance.now() - from
}

async function download(
  /** @type {{ port: number, pid: number }} */ api,
  /** @type {string} */ path,
  /** @type {string} */ token,
) {
  const before = await residentMb(api.pid)
  let peak = before
  const watching = setInterval(() => void residentMb(api.pid).then((mb) => (peak = Math.max(peak, mb))), 50)
  const from = performance.now()
  try {
    const reply = await fetch(`http://127.0.0.1:${api.port}${path}`, { headers: { cookie: `thiso=${token}` } })
    if (reply.status !== 200 || !reply.body) throw new Error(`${path}: ${reply.status}`)
    let bytes = 0
    for await (const chunk of reply.body) bytes += chunk.length
    return { ms: performance.now() - from, bytes, growthMb: peak - before }
  } finally {
    clearInterval(watching)
  }
}

async function residentMb(/** @type {number} */ pid) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
}
