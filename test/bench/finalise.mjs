// @ts-check
// Closing a round of a hundred thousand attempts through the API: everything scored again from the events, ranked, hashed and stored.
// Beside it what PostgreSQL alone needs to count the same events, and to rank scores that are known already.
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { cpuSeconds } from './cpu.mjs'
import { Connection, requestText } from './http-client.mjs'
import { makeRound, quantile, round, startStage } from './stage.mjs'

const MAX_SECONDS = 60
/** What the process may grow by: a page of attempts, and the people of the round by id. */
const MAX_GROWTH_MB = 256

export async function run(
  /** @type {Record<string, number>} */ { attempts = 100_000, items = 20 },
  /** @type {(line: string) => void} */ say,
) {
  const stage = await startStage(say)
  try {
    const { database } = stage
    const { roundId } = await makeRound(database, { people: attempts, itemCount: items })
    const filling = performance.now()
    await fill(database, roundId, items)
    say(`${attempts} attempts of ${items} items filled in ${seconds(filling)} s`)
    const token = await organizer(database)

    const bareCount = await timed(() =>
      database.query(
        `SELECT count(*), count(DISTINCT e.position) FROM response_event e JOIN attempt a ON a.id = e.attempt_id WHERE a.round_id = $1`,
        [roundId],
      ),
    )
    const bareRanking = await timed(() =>
      database.query(
        `SELECT count(r) FROM (SELECT rank() OVER (ORDER BY points DESC, time_used_s, floor(extract(epoch FROM submitted_at))) AS r
         FROM attempt WHERE round_id = $1) t`,
        [roundId],
      ),
    )
    say(`bare SQL: counting the events ${bareCount} s, ranking known scores ${bareRanking} s`)

    const before = { mb: await residentMb(stage.api.pid), cpuS: cpuSeconds(stage.api.pid) }
    // Somebody else keeps asking meanwhile: a closing must not stop the others.
    const other = new Connection(stage.api.port)
    /** @type {number[]} */
    const waits = []
    let isOver = false
    let peakMb = before.mb
    const asking = (async () => {
      while (!isOver) {
        const from = performance.now()
        await other.send(requestText('GET', '/api/time', ''))
        waits.push(performance.now() - from)
        peakMb = Math.max(peakMb, await residentMb(stage.api.pid))
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    })()
    const path = `/api/admin/rounds/${roundId}/results`
    const close = async () => {
      const from = performance.now()
      const reply = await fetch(`http://127.0.0.1:${stage.api.port}${path}`, {
        method: 'POST',
        headers: { cookie: `thiso=${token}`, 'x-thi-so': '1' },
      })
      const body = await reply.text()
      if (reply.status !== 200) throw new Error(`${path}: ${reply.status} ${body.slice(0, 300)}`)
      return { s: round((performance.now() - from) / 1000, 2), ...JSON.parse(body) }
    }
    const first = await close()
    const apiCpuS = round(cpuSeconds(stage.api.pid) - before.cpuS, 2)
    const again = await close()
    isOver = true
    await asking
    other.close()
    waits.sort((a, b) => a - b)
    const { version } = first
    say(
      `closed in ${first.s} s, again in ${again.s} s; ${version.participantCount} people, ${version.tiedCount} share a place`,
    )
    return {
      attempts,
      items,
      closeS: first.s,
      closeAgainS: again.s,
      attemptsPerS: Math.round(attempts / first.s),
      apiCpuS,
      bareCountS: bareCount,
      bareRankingS: bareRanking,
      ratioToCount: round(first.s / bareCount, 1),
      ratioToRanking: round(first.s / bareRanking, 1),
      growthMb: round(peakMb - before.mb),
      othersP50Ms: round(quantile(waits, 0.5), 1),
      othersP99Ms: round(quantile(waits, 0.99), 1),
      isPassed:
        first.isNew &&
        !again.isNew &&
        version.rankedCount === attempts &&
        version.differences.count === 0 &&
        first.s < MAX_SECONDS &&
        peakMb - before.mb < MAX_GROWTH_MB,
    }
  } finally {
    await stage.stop()
  }
}

/** Everybody's one attempt on a random paper of the pool, every place answered once, scored as it will be scored again. */
async function fill(
  /** @type {import('pg').Client} */ database,
  /** @type {string} */ roundId,
  /** @type {number} */ items,
) {
  await database.query(
    `CREATE TEMP TABLE pool AS SELECT p.item_version_id AS id, (k.key->>'option')::int AS option, row_number() OVER (ORDER BY p.item_version_id)::int - 1 AS no
     FROM round_item p JOIN item_key k ON k.item_version_id = p.item_version_id WHERE p.round_id = $1`,
    [roundId],
  )
  await database.query(
    `CREATE TEMP TABLE taker AS SELECT a.id AS account_id, a.unit_id, gen_random_uuid() AS id, floor(random() * 60)::int AS first,
       row_number() OVER ()::int AS no FROM account a WHERE a.role = 'contestant'`,
  )
  await database.query(
    `CREATE TEMP TABLE place AS SELECT t.id, n::smallint AS position, p.id AS version, p.option,
       CASE WHEN random() < 0.3 + 0.6 * ((t.no % 100) / 100.0) THEN p.option ELSE (p.option + 1 + floor(random() * 3)::int) % 4 END AS chosen
     FROM taker t CROSS JOIN generate_series(1, $1::int) n JOIN pool p ON p.no = (t.first + n * 7) % 60`,
    [items],
  )
  await database.query(
    `INSERT INTO attempt (id, round_id, account_id, unit_id, attempt_no, state, holder, form, started_at, deadline_at, accept_until, submitted_at,
       submit_kind, points, max_points, right_count, answered_count, time_used_s, receipt_code, closed_seq)
     SELECT t.id, $1, t.account_id, t.unit_id, 1, 'submitted', 'bench', s.form, now() - interval '30 minutes', now(), now(),
            now() - make_interval(secs => t.no % 900), 'by_participant', s.rights, $2::int, s.rights, $2::int, 300 + t.no % 600, md5(t.id::text),
            nextval('attempt_closed_seq')
     FROM taker t JOIN (
       SELECT id, jsonb_agg(jsonb_build_object('itemVersionId', version, 'optionOrder', '[2,0,3,1]'::jsonb, 'points', 1) ORDER BY position) AS form,
              (count(*) FILTER (WHERE chosen = option))::int AS rights
       FROM place GROUP BY id) s ON s.id = t.id`,
    [roundId, items],
  )
  await database.query(
    `INSERT INTO response_event (attempt_id, seq, position, response, received_at)
     SELECT id, position, position, jsonb_build_array(chosen), now() FROM place`,
  )
  await database.query(
    `UPDATE round SET opens_at = now() - interval '2 hours', closes_at = now() - interval '1 hour' WHERE id = $1`,
    [roundId],
  )
  await database.query('DROP TABLE pool, taker, place')
  await database.query('VACUUM ANALYZE')
}

/** @returns a session of an organizer */
async function organizer(/** @type {import('pg').Client} */ database) {
  const [accountId, token] = [randomUUID(), randomBytes(32).toString('base64url')]
  await database.query(
    `INSERT INTO account (id, role, login, password_hash, full_name, name_folded) VALUES ($1, 'organizer', 'bench-staff', 'none', 'Bench', 'bench')`,
    [accountId],
  )
  await database.query(
    `INSERT INTO session (id, token_hash, account_id, label, expires_at) VALUES (gen_random_uuid(), decode($2, 'hex'), $1, 'bench', now() + interval '1 day')`,
    [accountId, createHash('sha256').update(token).digest('hex')],
  )
  return token
}

async function residentMb(/** @type {number} */ pid) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024
}

async function timed(/** @type {() => Promise<unknown>} */ work) {
  await work()
  const from = performance.now()
  await work()
  return round((performance.now() - from) / 1000, 2)
}

function seconds(/** @type {number} */ from) {
  return round((performance.now() - from) / 1000, 1)
}
