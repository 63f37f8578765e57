import type { EvidencePerson, Finding } from './evidence.js'
import { groupsOf } from './groups.js'
import { areNearDates, areNearNames } from './near-people.js'
import type { PreparedRound, RoundPaper } from './prepared-round.js'
import { clustersBy, roomsOf } from './similar-pairs.js'
import { STATED } from './stated-rates.js'
import type { Thresholds } from './thresholds.js'

/** So long may lie between the end of one attempt and the start of the next that one hand takes, in ms. */
const NEXT_WITHIN_MS = 30 * 60_000
/** Of a room so many are of one unit. */
const OF_ONE_UNIT = 0.8

/**
 * DT-22, DT-23: the graph of accounts. People are linked who share a device; or a network within the hour and a name and birth date that differ
 * by a slip. A link speaks against nobody by itself: brothers share a phone, a school shares its computers. Told are
 * - one-person: accounts on one device or network that bear nearly the same name and birth date;
 * - shared-device: more accounts on one device than a family has, one after the other, and not in a room;
 * - computer-room: many people of one unit on one network at one time, with names and birth dates of their own: about no attempt, with why it
 *   counts as normal.
 */
export function findAccounts(round: PreparedRound, settings: Thresholds): Finding[] {
  const people = round.evidence.people
  const rooms = roomsOf(round.firsts).filter((members) => isRoom(members, people, settings))
  const inRoom = new Set(rooms.flat())
  const devices = clustersBy(round.firsts, ({ attempt }) => attempt.device)
  const networks = roomsOf(round.firsts)
  const same: [RoundPaper, RoundPaper][] = [...devices, ...networks].flatMap((members) => samePerson(members, people))
  const byId = new Map(round.firsts.map((paper) => [paper.attempt.id, paper]))
  const findings: Finding[] = groupsOf(same.map(([a, b]) => [a.attempt.id, b.attempt.id] as const)).map((attemptIds) =>
    told('one-person', attemptIds, linkFacts(attemptIds.map((id) => byId.get(id) as RoundPaper))),
  )
  for (const members of devices) {
    const apart = members.filter((member) => !inRoom.has(member))
    if (apart.length < settings.deviceAccounts) continue
    const run = longestRun(apart)
    if (run.length >= settings.deviceAccounts)
      findings.push(
        told(
          'shared-device',
          run.map(({ attempt }) => attempt.id),
          linkFacts(run),
        ),
      )
  }
  return [...findings, ...rooms.map((members) => roomTold(members))]
}

function told(
  kind: 'one-person' | 'shared-device',
  attemptIds: readonly string[],
  facts: Record<string, unknown>,
): Finding {
  return { kind, family: 'accounts', attemptIds, p: null, adjustedP: null, falseAlarmRate: STATED[kind], facts }
}

function samePerson(members: readonly RoundPaper[], people: readonly EvidencePerson[]): [RoundPaper, RoundPaper][] {
  return members.flatMap((a, index) =>
    members.slice(index + 1).flatMap((b): [RoundPaper, RoundPaper][] => {
      const [one, two] = [people[a.attempt.person], people[b.attempt.person]]
      if (!one || !two) return []
      return areNearNames(one.nameFolded, two.nameFolded) && areNearDates(one.birthDate, two.birthDate) ? [[a, b]] : []
    }),
  )
}

/** The longest row of attempts of which each begins after the last one ended, soon. */
function longestRun(members: readonly RoundPaper[]): RoundPaper[] {
  const ordered = [...members].sort((a, b) => a.attempt.startedAt - b.attempt.startedAt)
  let [run, best]: [RoundPaper[], RoundPaper[]] = [[], []]
  for (const paper of ordered) {
    const last = run.at(-1)?.attempt
    const gap = last ? paper.attempt.startedAt - last.submittedAt : 0
    run = gap >= 0 && gap <= NEXT_WITHIN_MS ? [...run, paper] : [paper]
    if (run.length > best.length) best = run
  }
  return best
}

/** Many people of one unit at one time on one network, each with a name and a birth date of their own. */
function isRoom(members: readonly RoundPaper[], people: readonly EvidencePerson[], settings: Thresholds): boolean {
  if (members.length < settings.roomPeople) return false
  return largestUnitShare(members) >= OF_ONE_UNIT && samePerson(members, people).length * 20 <= members.length
}

function largestUnitShare(members: readonly RoundPaper[]): number {
  const counts = new Map<string | null, number>()
  for (const { attempt } of members) counts.set(attempt.unit, (counts.get(attempt.unit) ?? 0) + 1)
  return Math.max(...[...counts].map(([unit, count]) => (unit === null ? 0 : count))) / members.length
}

function roomTold(members: readonly RoundPaper[]): Finding {
  const starts = members.map(({ attempt }) => attempt.startedAt)
  const facts = {
    ...linkFacts(members),
    from: Math.min(...starts),
    minutes: Math.round((Math.max(...starts) - Math.min(...starts)) / 60_000),
    /** Why it counts as normal. */
    reasons: ['one-unit', 'one-network', 'one-hour', 'own-names-and-birth-dates'],
  }
  return {
    kind: 'computer-room',
    family: 'accounts',
    attemptIds: [],
    p: null,
    adjustedP: null,
    falseAlarmRate: null,
    facts,
  }
}

function linkFacts(members: readonly RoundPaper[]) {
  const distinct = (values: readonly (string | null)[]) => new Set(values.filter((value) => value !== null)).size
  return {
    size: members.length,
    devices: distinct(members.map(({ attempt }) => attempt.device)),
    networks: distinct(members.map(({ attempt }) => attempt.network)),
    units: distinct(members.map(({ attempt }) => attempt.unit)),
    unitShare: largestUnitShare(members),
  }
}
