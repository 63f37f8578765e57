import type { ApiBody } from '@thiso/contracts'
import {
  type CognitiveLevel,
  type ContestRules,
  DEFAULT_CONTEST_RULES,
  DEFAULT_ROUND_RULES,
  type RoundRules,
  type Topic,
  type UnitKind,
} from '@thiso/contracts/vocab'
import { instant } from './rulebook-table'

/** A real contest's rules as settings, and nothing beside them. */
export interface Settings {
  title: string
  organizer: string
  /** Where rules name units, they are looked up by name. */
  rules?: Partial<ContestRules> | ((unit: (name: string) => string) => Partial<ContestRules>)
  prizes?: ApiBody<'createContest'>['prizes']
  /** What all its rounds have in common. */
  round: {
    timeLimitMin: number
    attemptLimit: number
    resultPolicy: ApiBody<'createRound'>['resultPolicy']
    rules: Partial<RoundRules>
  }
  /** Name, opening and closing of each round, in Viet Nam. */
  rounds: readonly (readonly [name: string, opensAt: string, closesAt: string])[]
  paper: readonly {
    topic: Topic
    level: CognitiveLevel
    count: number /** In the bank; as many as asked where absent. */
    of?: number
  }[]
  /** Items with one right option, or with one to four. */
  items?: 'one-right' | 'several-right'
  /** Units that people of the tables live in. */
  units?: readonly (readonly [name: string, kind: UnitKind])[]
  /** Members of each unit as confirmed before the first round. */
  rosters?: Readonly<Record<string, number>>
}

const text = (vi: string) => ({ vi, en: '' })

/** A table of everybody in these units, of any age. */
export function table(code: string, name: string, unitIds: string[]) {
  return { code, name: { vi: name, en: '' }, minAge: null, maxAge: null, unitKinds: [], unitIds }
}

export function contestBody(
  { title, organizer, rules, prizes = [] }: Settings,
  slug: string,
  unit: (name: string) => string,
): ApiBody<'createContest'> {
  return {
    slug,
    title: text(title),
    summary: text('Cuộc thi trực tuyến'),
    about: text('Thể lệ cuộc thi'),
    organizerName: text(organizer),
    prizes,
    rules: { ...DEFAULT_CONTEST_RULES, ...(typeof rules === 'function' ? rules(unit) : rules) },
    nameDisplay: 'full',
    unitsAsOf: '2021-06-30',
  }
}

export function roundBody(
  { round, paper }: Settings,
  bankId: string,
  [name, opensAt, closesAt]: Settings['rounds'][number],
  rules: Partial<RoundRules>,
): ApiBody<'createRound'> {
  return {
    name: text(name),
    opensAt: instant(opensAt),
    closesAt: instant(closesAt),
    timeLimitS: round.timeLimitMin * 60,
    attemptLimit: round.attemptLimit,
    resultPolicy: round.resultPolicy,
    bankIds: [bankId],
    blueprint: paper.map(({ topic, level, count }) => ({ topic, level, count })),
    rules: { ...DEFAULT_ROUND_RULES, ...round.rules, ...rules },
  }
}
