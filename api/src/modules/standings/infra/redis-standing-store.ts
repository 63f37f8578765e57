import type { RedisClientType } from 'redis'
import {
  type GroupStanding,
  hundredthsOf,
  type RankedEntry,
  type StandingEntry,
  StandingStore,
} from './standing-store.js'

/** How long a loading may take before somebody else may begin again. */
const LOAD_MS = 20_000
/** A board that nobody has asked for or put into for so long is forgotten; the database has it all. */
const IDLE_MS = 3_600_000
const CHUNK = 500
const NO_GROUP = '-'

/**
 * A board of other settings is dropped by the process that knew it; if that one is gone, nobody else knows its name. So every key has an
 * end, and all of a board the same one, moved on together while the board is used: half a board would be a wrong one. While it is being
 * loaded the state keeps its own shorter end.
 */
const KEEP = `
local function keep(idle)
  for i = 2, 5 do redis.call('PEXPIRE', KEYS[i], idle) end
  if redis.call('GET', KEYS[1]) == 'ready' then redis.call('PEXPIRE', KEYS[1], idle) end
end`

/**
 * KEYS: state, order (sorted set), version, groups (hash: "<group> <hundredths of points>" → how many people), entries (hash: account →
 * "<version> <group> <hundredths> …"). ARGV: how long to keep it, then account, version, group, hundredths, key, and the whole entry, for
 * each. A script runs alone, so order, groups and version cannot get out of step.
 */
const PUT = `${KEEP}
if redis.call('EXISTS', KEYS[1]) == 0 then return -1 end
local changed = 0
for i = 2, #ARGV, 6 do
  local account, version, group, points, key = ARGV[i], tonumber(ARGV[i + 1]), ARGV[i + 2], ARGV[i + 3], ARGV[i + 4]
  local old = redis.call('HGET', KEYS[5], account)
  local isNew = true
  if old then
    local known, oldGroup, oldPoints = string.match(old, '^(%d+) (%S+) (%-?%d+)')
    known = tonumber(known)
    isNew = version > known or (version == known and tonumber(key) > tonumber(redis.call('ZSCORE', KEYS[2], account)))
    if isNew then
      local field = oldGroup .. ' ' .. oldPoints
      if redis.call('HINCRBY', KEYS[4], field, -1) == 0 then redis.call('HDEL', KEYS[4], field) end
    end
  end
  if isNew then
    redis.call('ZADD', KEYS[2], key, account)
    redis.call('HSET', KEYS[5], account, ARGV[i + 5])
    redis.call('HINCRBY', KEYS[4], group .. ' ' .. points, 1)
    changed = 1
  end
end
if changed == 1 then redis.call('INCR', KEYS[3]) end
keep(ARGV[1])
return changed`

const END_LOAD = `${KEEP}
if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
local version = tonumber(redis.call('GET', KEYS[3]) or '0') + 1
if version < tonumber(ARGV[2]) then version = tonumber(ARGV[2]) end
redis.call('SET', KEYS[3], string.format('%.0f', version))
redis.call('SET', KEYS[1], 'ready')
keep(ARGV[1])
return 1`

/** Whoever uses a board asks for its version; the end is moved on once half of the time is over. */
const VERSION = `${KEEP}
if redis.call('GET', KEYS[1]) ~= 'ready' then return false end
if redis.call('PTTL', KEYS[1]) < ARGV[1] / 2 then keep(ARGV[1]) end
return redis.call('GET', KEYS[3])`

/** The rows and what is known of each, in one step: between two, somebody's row could change. */
const RANGE = `
local rows = redis.call('ZRANGE', KEYS[2], ARGV[1], ARGV[2], 'REV', 'WITHSCORES')
local answer = {}
for i = 1, #rows, 2 do
  answer[#answer + 1] = rows[i]
  answer[#answer + 1] = rows[i + 1]
  answer[#answer + 1] = redis.call('HGET', KEYS[5], rows[i])
end
return answer`

/** Standings in Redis sorted sets, shared by all processes. */
export class RedisStandingStore extends StandingStore {
  constructor(
    private readonly redis: RedisClientType,
    private readonly idleMs = IDLE_MS,
  ) {
    super()
  }

  override async beginLoad(boardId: string): Promise<boolean> {
    const [state] = keysOf(boardId)
    return (await this.redis.set(state, 'loading', { NX: true, PX: LOAD_MS })) === 'OK'
  }

  override async endLoad(boardId: string, version: number): Promise<void> {
    await this.redis.eval(END_LOAD, { keys: keysOf(boardId), arguments: [String(this.idleMs), String(version)] })
  }

  override async drop(boardId: string): Promise<void> {
    const [state, order, , groups, entries] = keysOf(boardId)
    // The version stays until its end: it must go on growing.
    await this.redis.del([state, order, groups, entries])
  }

  override async version(boardId: string): Promise<number | null> {
    const value = await this.redis.eval(VERSION, { keys: keysOf(boardId), arguments: [String(this.idleMs)] })
    return value ? Number(value) : null
  }

  override async put(boardId: string, entries: readonly StandingEntry[]): Promise<boolean> {
    for (let from = 0; from < entries.length; from += CHUNK) {
      const chunk = entries.slice(from, from + CHUNK)
      const result = await this.redis.eval(PUT, {
        keys: keysOf(boardId),
        arguments: [String(this.idleMs), ...chunk.flatMap(argumentsOf)],
      })
      if (result === -1) return false
    }
    return true
  }

  override async size(boardId: string): Promise<number> {
    return this.redis.zCard(keysOf(boardId)[1])
  }

  override async range(boardId: string, from: number, count: number): Promise<RankedEntry[]> {
    if (count <= 0) return []
    const flat = (await this.redis.eval(RANGE, {
      keys: keysOf(boardId),
      arguments: [String(from), String(from + count - 1)],
    })) as string[]
    return Array.from({ length: flat.length / 3 }, (_, index) => ({
      accountId: flat[index * 3] as string,
      key: Number(flat[index * 3 + 1]),
      result: resultOf(flat[index * 3 + 2] as string),
    }))
  }

  override async find(boardId: string, accountId: string) {
    const order = keysOf(boardId)[1]
    const [index, key] = await Promise.all([this.redis.zRevRank(order, accountId), this.redis.zScore(order, accountId)])
    if (index === null || key === null) return null
    return { index, aheadCount: await this.countAhead(boardId, key), key }
  }

  override async countAhead(boardId: string, key: number): Promise<number> {
    return this.redis.zCount(keysOf(boardId)[1], `(${key}`, '+inf')
  }

  override async groups(boardId: string): Promise<GroupStanding[]> {
    const fields = await this.redis.hGetAll(keysOf(boardId)[3])
    const groups = new Map<string, { count: number; sum: number; best: number }>()
    for (const [field, value] of Object.entries(fields)) {
      const [id = '', points] = field.split(' ')
      const [hundredths, count] = [Number(points), Number(value)]
      const group = groups.get(id) ?? { count: 0, sum: 0, best: Number.NEGATIVE_INFINITY }
      group.count += count
      group.sum += hundredths * count
      group.best = Math.max(group.best, hundredths)
      groups.set(id, group)
    }
    return [...groups].map(([id, { count, sum, best }]) => ({
      groupId: id === NO_GROUP ? '' : id,
      participantCount: count,
      pointsSum: sum / 100,
      bestPoints: best / 100,
    }))
  }
}

function argumentsOf({ accountId, groupId, version, key, result }: StandingEntry): string[] {
  const [group, points] = [groupId || NO_GROUP, String(hundredthsOf(result))]
  const { rightCount, timeUsedS, submittedAtMs, attemptCount } = result
  const whole = [version, group, points, rightCount, timeUsedS, submittedAtMs, attemptCount].join(' ')
  return [accountId, String(version), group, points, String(key), whole]
}

function resultOf(entry: string) {
  const [points = 0, rightCount = 0, timeUsedS = 0, submittedAtMs = 0, attemptCount = 0] = entry
    .split(' ')
    .slice(2)
    .map(Number)
  return { points: points / 100, rightCount, timeUsedS, submittedAtMs, attemptCount }
}

/** One hash tag a board, so that a cluster keeps its keys together. */
function keysOf(boardId: string): [state: string, order: string, version: string, groups: string, entries: string] {
  const name = `thiso:board:{${boardId}}`
  return [`${name}:state`, `${name}:order`, `${name}:version`, `${name}:groups`, `${name}:entries`]
}
