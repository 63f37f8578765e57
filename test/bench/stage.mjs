// @ts-check
// What every bench stands on: the real PostgreSQL, the built API in a process of its own, people and an open round.
import { fork } from 'node:child_process'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { API_ENVIRONMENT, API_NODE_OPTIONS } from '../../api/launch/node-options.mjs'
import { startPostgres } from '../../api/launch/postgres.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Starts a script that says {ready, port} over ipc. */
export async function startProcess(/** @type {string} */ file, /** @type {Record<string, string>} */ env) {
  const child = fork(path.join(root, file), [], {
    execArgv: API_NODE_OPTIONS,
    env: { ...API_ENVIRONMENT, ...process.env, HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const port = await new Promise((resolve, reject) => {
    child.on('message', (/** @type {any} */ message) =>
      message.ready ? resolve(message.port) : message.failed && reject(new Error(message.failed)),
    )
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)))
  })
  return {
    port: /** @type {number} */ (port),
    pid: /** @type {number} */ (child.pid),
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', resolve)
        child.kill('SIGTERM')
        setTimeout(() => child.kill('SIGKILL'), 10_000).unref()
      }),
  }
}

/** A database of its own and the API on it; `stop` ends both and removes the folder. */
export async function startStage(
  /** @type {(line: string) => void} */ say,
  /** @type {Record<string, string>} */ env = {},
) {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'thiso-bench-'))
  const postgres = await startPostgres({ dataDir })
  say(`PostgreSQL ${postgres.version}`)
  const api = await startProcess('api/dist/main.js', {
    DATABASE_URL: postgres.apiUrl,
    OWNER_DATABASE_URL: postgres.url,
    SESSION_SECRET: randomBytes(32).toString('hex'),
    DATA_DIR: dataDir,
    ...env,
  })
  const database = new pg.Client({ connectionString: postgres.url })
  await database.connect()
  const { rows } = await database.query(`SELECT setting FROM pg_settings WHERE name = 'data_directory'`)
  const postmasterPid = Number((await readFile(path.join(rows[0].setting, 'postmaster.pid'), 'utf8')).split('\n')[0])
  return {
    api,
    postmasterPid,
    database,
    databaseUrl: postgres.url,
    stop: async () => {
      await database.end()
      await api.stop()
      await postgres.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/**
 * An open round of `itemCount` items over a pool of 60, and people with sessions. Written by SQL: the bench measures what people do
 * in the round, not how they signed up.
 */
export async function makeRound(
  /** @type {pg.Client} */ database,
  /** @type {{ people: number, itemCount?: number }} */ { people, itemCount = 20 },
) {
  const [contestId, roundId, bankId, unitId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  const named = (/** @type {string} */ text) => JSON.stringify({ vi: text, en: text })
  await database.query(`INSERT INTO unit (id, code, name, kind) VALUES ($1, $2, 'Bench', 'province')`, [
    unitId,
    `BENCH-${unitId}`,
  ])
  await database.query(`INSERT INTO item_bank (id, name) VALUES ($1, $2)`, [bankId, `bench ${bankId}`])
  const pool = Array.from({ length: 60 }, (_, index) => ({ itemId: randomUUID(), versionId: randomUUID(), index }))
  for (const { itemId, versionId, index } of pool) {
    await database.query(
      `INSERT INTO item (id, bank_id, code, type, topic, level, state, version, stem_text, search_folded, points)
       VALUES ($1, $2, $3, 'single-choice', 'concepts', 'recall', 'approved', 1, '', '', 1)`,
      [itemId, bankId, `B-${itemId}`],
    )
    const question = {
      type: 'single-choice',
      stem: `Câu hỏi đo tải số ${index}: chuyển đổi số là gì trong đời sống hằng ngày của người dân?`,
      options: ['Phương án thứ nhất', 'Phương án thứ hai', 'Phương án thứ ba', 'Phương án thứ tư'],
      choices: [],
      unit: '',
      translations: {},
    }
    await database.query(`INSERT INTO item_version (id, item_id, version, question) VALUES ($1, $2, 1, $3)`, [
      versionId,
      itemId,
      question,
    ])
    await database.query(
      `INSERT INTO item_key (item_version_id, key, explanation, citations) VALUES ($1, $2, '{"vi":"","en":""}', '[]')`,
      [versionId, { type: 'single-choice', option: index % 4 }],
    )
  }
  const { DEFAULT_CONTEST_RULES, DEFAULT_ROUND_RULES } = await import('@thiso/contracts/vocab')
  await database.query(
    `INSERT INTO contest (id, slug, title, summary, about, organizer_name, prizes, name_display, units_as_of, is_published, rules)
     VALUES ($1, $2, $3, $3, $3, $3, '[]', 'masked', '2021-12-31', true, $4)`,
    [contestId, `bench-${contestId.slice(0, 8)}`, named('Bench'), JSON.stringify(DEFAULT_CONTEST_RULES)],
  )
  await database.query(
    `INSERT INTO round (id, contest_id, ordinal, name, opens_at, closes_at, time_limit_s, attempt_limit, grace_ms, result_policy, bank_ids, blueprint, secret, published_at, rules)
     VALUES ($1, $2, 1, $3, now() - interval '1 minute', now() + interval '2 hours', 3600, 1, 3000, 'at_once', $4, $5, $6, now(), $7)`,
    [
      roundId,
      contestId,
      named('Bench'),
      [bankId],
      JSON.stringify([{ topic: 'concepts', level: 'recall', type: null, count: itemCount, points: 1 }]),
      randomBytes(32),
      JSON.stringify(DEFAULT_ROUND_RULES),
    ],
  )
  await database.query(
    `INSERT INTO round_rules (round_id, version, rules, time_limit_s, attempt_limit, result_policy)
     SELECT id, 1, rules, time_limit_s, attempt_limit, result_policy FROM round WHERE id = $1`,
    [roundId],
  )
  await database.query(
    `INSERT INTO round_item (round_id, item_version_id, topic, level, option_count) SELECT $1, v, 'concepts', 'recall', 4 FROM unnest($2::uuid[]) v`,
    [roundId, pool.map((item) => item.versionId)],
  )
  const persons = Array.from({ length: people }, () => ({
    accountId: randomUUID(),
    token: randomBytes(32).toString('base64url'),
  }))
  await database.query(
    `INSERT INTO account (id, role, login, password_hash, full_name, name_folded, unit_id)
     SELECT id, 'contestant', 'bench' || id, 'none', 'Thí Sinh Đo Tải', 'thi sinh do tai', $2 FROM unnest($1::uuid[]) id`,
    [persons.map((person) => person.accountId), unitId],
  )
  await database.query(
    `INSERT INTO session (id, token_hash, account_id, label, expires_at)
     SELECT gen_random_uuid(), decode(hash, 'hex'), id, 'bench', now() + interval '1 day' FROM unnest($1::uuid[], $2::text[]) t(id, hash)`,
    [
      persons.map((person) => person.accountId),
      persons.map((person) => createHash('sha256').update(person.token).digest('hex')),
    ],
  )
  await database.query('ANALYZE')
  return { roundId, persons }
}

/** q-quantile of sorted numbers. */
export function quantile(/** @type {number[]} */ sorted, /** @type {number} */ q) {
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0
}

export function round(/** @type {number} */ value, digits = 1) {
  return Math.round(value * 10 ** digits) / 10 ** digits
}
