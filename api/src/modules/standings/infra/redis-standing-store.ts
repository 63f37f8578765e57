import type { RedisClientType } from 'redis'
import { HUNDREDTH_WEIGHT } from '../domain/ranking-key.js'
import { type GroupStanding, type RankedEntry, type StandingEntry, StandingStore } from './standing-store.js'

/** How long a loading may take before somebody else may begin again. */
const LOAD_MS = 20_000
const CHUNK = 500

/**
 * KEYS: state, order (sorted set), version, groups (hash: "<group> n|sum|best", points in hundredths). ARGV: weight of a hundredth of a point, then account, group, key for
 * each entry. A script runs alone, so best-of, counts and version cannot get out of step.
 */
const PUT = `
if redis.call('EXISTS', KEYS[1]) == 0 then return -1 end
local weight = tonumber(ARGV[1])
local changed = 0
for i = 2, #ARGV, 3 do
  local account, group, key = ARGV[i], ARGV[i + 1], tonumber(ARGV[i + 2])
  local old = redis.call('ZSCORE', KEYS[2], account)
  if (not old) or tonumber(old) < key then
    redis.call('ZADD', KEYS[2], ARGV[i + 2], account)
    local points = math.floor(key / weight)
    if old then
      group = redis.call('HGET', KEYS[5], account) or group
      redis.call('HINCRBY', KEYS[4], group .. ' sum', points - math.floor(tonumber(old) / weight))
    else
      redis.call('HSET', KEYS[5], account, group)
      redis.call('HINCRBY', KEYS[4], group .. ' n', 1)
      redis.call('HINCRBY', KEYS[4], group .. ' sum', points)
    end
    local best = tonumber(redis.call('HGET', KEYS[4], group .. ' best') or '0')
    if points > best then redis.call('HSET', KEYS[4], group .. ' best', points) end
    changed = 1
  end
end
if changed == 1 then redis.call('INCR', KEYS[3]) end
return changed`

const END_LOAD = `
if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
local version = tonumber(redis.call('GET', KEYS[3]) or '0') + 1
if version < tonumber(ARGV[1]) then version = tonumber(ARGV[1]) end
redis.call('SET', KEYS[3], string.format('%.0f', version))
redis.call('SET', KEYS[1], 'ready')
return 1`

/** Standings in Redis sorted sets, shared by all processes. */
export class RedisStandingStore extends StandingStore {
  constructor(private readonly redis: RedisClientType) {
    super()
  }

  override async beginLoad(roundId: string): Promise<boolean> {
    const [state] = keysOf(roundId)
    return (await this.redis.set(state, 'loading', { NX: true, PX: LOAD_MS })) === 'OK'
  }

  override async endLoad(roundId: string, version: number): Promise<void> {
    await this.redis.eval(END_LOAD, { keys: keysOf(roundId), arguments: [String(version)] })
  }

  override async drop(roundId: string): Promise<void> {
    const [state, order, , groups, groupOf] = keysOf(roundId)
    // The version stays: it must go on growing.
    await this.redis.del([state, order, groups, groupOf])
  }

  override async version(roundId: string): Promise<number | null> {
    const [state, , version] = keysOf(roundId)
    const [isReady, value] = await this.redis.mGet([state, version])
    return isReady === 'ready' && value ? Number(value) : null
  }

  override async put(roundId: string, entries: readonly StandingEntry[]): Promise<boolean> {
    for (let from = 0; from < entries.length; from += CHUNK) {
      const chunk = entries.slice(from, from + CHUNK)
      const result = await this.redis.eval(PUT, {
        keys: keysOf(roundId),
        arguments: [
          String(HUNDREDTH_WEIGHT),
          ...chunk.flatMap((entry) => [entry.accountId, entry.groupId || '-', String(entry.key)]),
        ],
      })
      if (result === -1) return false
    }
    return true
  }

  override async size(roundId: string): Promise<number> {
    return this.redis.zCard(keysOf(roundId)[1])
  }

  override async range(roundId: string, from: number, count: number): Promise<RankedEntry[]> {
    if (count <= 0) return []
    const rows = await this.redis.zRangeWithScores(keysOf(roundId)[1], from, from + count - 1, { REV: true })
    return rows.map(({ value, score }) => ({ accountId: value, key: score }))
  }

  override async find(roundId: string, accountId: string) {
    const order = keysOf(roundId)[1]
    const [index, key] = await Promise.all([this.redis.zRevRank(order, accountId), this.redis.zScore(order, accountId)])
    if (index === null || key === null) return null
    return { index, aheadCount: await this.countAhead(roundId, key), key }
  }

  override async countAhead(roundId: string, key: number): Promise<number> {
    return this.redis.zCount(keysOf(roundId)[1], `(${key}`, '+inf')
  }

  override async groups(roundId: string): Promise<GroupStanding[]> {
    const fields = await this.redis.hGetAll(keysOf(roundId)[3])
    const groups = new Map<string, GroupStanding>()
    for (const [field, value] of Object.entries(fields)) {
      const [id = '', what] = field.split(' ')
      const groupId = id === '-' ? '' : id
      const group = groups.get(groupId) ?? { groupId, participantCount: 0, pointsSum: 0, bestPoints: 0 }
      if (what === 'n') group.participantCount = Number(value)
      if (what === 'sum') group.pointsSum = Number(value) / 100
      if (what === 'best') group.bestPoints = Number(value) / 100
      groups.set(groupId, group)
    }
    return [...groups.values()]
  }
}

/** One hash tag a round, so that a cluster keeps its keys together. */
function keysOf(roundId: string): [state: string, order: string, version: string, groups: string, groupOf: string] {
  const name = `thiso:board:{${roundId}}`
  return [`${name}:state`, `${name}:order`, `${name}:version`, `${name}:groups`, `${name}:group-of`]
}
