import type {
  CollectiveMeasure,
  CollectivePlan,
  ContestRules,
  ContestTable,
  EntryRole,
  Locale,
  Localized,
  Normalisation,
  PrizeScope,
  PrizeTier,
  RankingCriterion,
  RoundEntry,
  RoundRules,
  UnitKind,
} from '../vocab/index.js'
import { eitherText } from './articles.js'
import { classLines, collectivePrizeLines, measureLines, planLines, scaleLine } from './collective-lines.js'
import { predictionTarget, rankingLines } from './ranking-lines.js'
import { SETTINGS, settingKey } from './setting-names.js'
import { WORDS } from './words.js'

/** The name of a unit, a round or a table that a setting speaks of by id or code; undefined: not known here. */
export type NameOf = (id: string) => string | undefined

/**
 * AM-4: a value of a setting in words, a line for each part of it.
 * @param value as an amendment tells it; null: the setting was or will be absent
 */
export function settingLines(path: string, value: unknown, locale: Locale, nameOf: NameOf = () => undefined): string[] {
  const key = settingKey(path)
  const kind = SETTINGS[key]?.[0]
  const words = WORDS[locale]
  const say = (vi: string, en: string) => (locale === 'vi' ? vi : en)
  if (value === null || value === undefined) return [absent(key, locale)]
  switch (kind) {
    case 'count':
      return [words.number(Number(value))]
    case 'points':
      return [`${words.number(Number(value))} ${say('điểm', Number(value) === 1 ? 'point' : 'points')}`]
    case 'age':
      return [`${words.number(Number(value))} ${say('tuổi', 'years')}`]
    case 'seconds':
      return [Number(value) === 0 ? absent(key, locale) : words.duration(Number(value))]
    case 'minutes':
      return [Number(value) === 0 ? absent(key, locale) : words.duration(Number(value) * 60)]
    case 'hours':
      return [words.duration(Number(value) * 3_600)]
    case 'percent':
      return [Number(value) === 0 ? absent(key, locale) : percentOfItem(Number(value), locale)]
    case 'yes-no':
      return [value ? say('có', 'yes') : say('không', 'no')]
    case 'moment':
      return [words.moment(Date.parse(String(value)))]
    case 'day':
      return [words.day(String(value))]
    case 'word':
      return [choice(key, String(value), locale)]
    case 'ranking':
      return numbered(rankingLines(value as RankingCriterion[], null, locale))
    case 'prediction': {
      const prediction = value as NonNullable<RoundRules['prediction']>
      return [predictionTarget(prediction, locale), choice('prediction.per', prediction.per, locale)]
    }
    case 'total':
      return totalLines(value as NonNullable<ContestRules['total']>, locale)
    case 'entry':
      return [choice('entry.kind', (value as RoundEntry).kind, locale)]
    case 'tables':
      return tableLines(value as (string | ContestTable)[], locale, nameOf)
    case 'units':
      return unitLines(value as string[], locale, nameOf)
    case 'roles': {
      const roles = value as EntryRole[]
      return [roles.length === 0 ? say('mọi loại', 'all') : words.join(roles.map((role) => words.roles[role]))]
    }
    case 'round':
      return [nameOf(String(value)) ?? say('một đợt khác của cuộc thi', 'another round of the contest')]
    case 'prizes':
      return prizeLines(value as Prize[], locale)
    case 'collective':
      return planLines(value as CollectivePlan, locale)
    case 'unit-kinds':
      return [words.join((value as UnitKind[]).map((unitKind) => words.unitKinds[unitKind]))]
    case 'measures':
      return measureLines(value as CollectiveMeasure[], locale)
    case 'scale':
      return [scaleLine(value as Normalisation, locale)]
    case 'size-classes':
      return classLines(value as CollectivePlan['sizeClasses'], locale)
    case 'collective-prizes':
      return collectivePrizeLines(value as CollectivePlan['prizes'], locale)
    case undefined:
      return [JSON.stringify(value)]
  }
}

/** What it means that a setting is not there, or is nought. */
function absent(key: string, locale: Locale): string {
  const own = ABSENT[key] ?? ['không có', 'none']
  return own[locale === 'vi' ? 0 : 1]
}

const ABSENT: Record<string, readonly [vi: string, en: string]> = {
  'attempts.waitS': ['không phải chờ', 'no wait'],
  itemClockS: ['chỉ tính giờ cả bài', 'only the clock of the paper'],
  'scoring.wrongPenalty': ['không bị trừ', 'nothing'],
  'scoring.blankPenalty': ['không bị trừ', 'nothing'],
  prediction: ['không hỏi', 'not asked'],
  freezeMinutes: ['không đóng băng', 'it never stands still'],
  paperTolerance: ['không xét', 'not looked at'],
  'eligibility.minAge': ['không giới hạn', 'no limit'],
  'eligibility.maxAge': ['không giới hạn', 'no limit'],
  'eligibility.ageOn': ['ngày thi', 'the day of the attempt'],
  total: ['không tính tổng, mỗi đợt xét riêng', 'none, every round stands for itself'],
  'total.bestRounds': ['mọi đợt', 'all rounds'],
}

/** By setting where a word means different things, else by the word alone. */
function choice(key: string, value: string, locale: Locale): string {
  return (CHOICES[`${key}=${value}`] ?? CHOICES[value])?.[locale === 'vi' ? 0 : 1] ?? value
}

const CHOICES: Record<string, readonly [vi: string, en: string]> = {
  at_once: ['ngay sau khi nộp bài', 'at once'],
  after_close: ['sau khi đợt thi đóng', 'after the round has closed'],
  after_publish: ['khi ban tổ chức công bố kết quả', 'when the organizers publish the results'],
  round: ['cả đợt thi', 'the round'],
  day: ['mỗi ngày', 'a day'],
  week: ['mỗi tuần', 'a week'],
  contest: ['cả cuộc thi', 'the whole contest'],
  unlimited: ['không giới hạn', 'no limit'],
  best: ['lượt tốt nhất, bằng nhau thì lượt sớm hơn', 'the best, of equal ones the earlier'],
  first: ['lượt đầu tiên', 'the first'],
  last: ['lượt cuối cùng', 'the last'],
  free: ['đi lại tự do', 'free'],
  'one-way': ['lần lượt, không quay lại câu trước', 'one way, no going back'],
  perfect: ['bao nhiêu người hoặc lượt đúng tất cả', 'how many have everything right'],
  participants: ['bao nhiêu người hoặc lượt dự thi', 'how many take part'],
  people: ['người', 'people'],
  attempts: ['lượt thi', 'attempts'],
  person: ['mỗi người một lần trong đợt', 'once a person'],
  attempt: ['mỗi lượt thi một lần', 'once in each attempt'],
  open: ['mọi người đủ điều kiện', 'everybody who may take part'],
  list: ['người trong danh sách', 'people on the list'],
  qualified: ['người vào từ đợt trước', 'people who qualified in an earlier round'],
  top: ['thứ hạng cao nhất', 'the best places'],
  share: ['tỷ lệ phần trăm cao nhất', 'the best percent'],
  'per-unit': ['chỉ tiêu mỗi đơn vị', 'so many of each unit'],
}

function percentOfItem(share: number, locale: Locale): string {
  const percent = WORDS[locale].number(share * 100)
  return locale === 'vi' ? `${percent}% số điểm của câu` : `${percent}% of the question’s points`
}

function totalLines({ bestRounds, ranking }: NonNullable<ContestRules['total']>, locale: Locale): string[] {
  const rounds =
    bestRounds === null
      ? absent('total.bestRounds', locale)
      : locale === 'vi'
        ? `${bestRounds} đợt tốt nhất`
        : `the best ${bestRounds} rounds`
  return [rounds, ...numbered(rankingLines(ranking, null, locale))]
}

/** Of a round: codes of the tables that take part, none meaning all; of a contest: the tables themselves. */
function tableLines(tables: readonly (string | ContestTable)[], locale: Locale, nameOf: NameOf): string[] {
  if (tables.length === 0) return [locale === 'vi' ? 'không chia bảng, mọi người thi chung' : 'everybody together']
  const codes = tables.filter((table) => typeof table === 'string')
  if (codes.length > 0)
    return codes.map((code) => {
      const name = nameOf(code)
      return name ? `${code} (${name})` : code
    })
  return tables
    .filter((table) => typeof table !== 'string')
    .map(({ code, name, minAge, maxAge, unitKinds, unitIds }) => {
      const parts = [
        ageBand(minAge, maxAge, locale),
        WORDS[locale].join(unitKinds.map((kind) => WORDS[locale].unitKinds[kind])),
        unitIds.length > 0 ? unitLines(unitIds, locale, nameOf).join(', ') : '',
      ].filter(Boolean)
      return [`${code} (${eitherText(name, locale)})`, parts.join('; ')].filter(Boolean).join(': ')
    })
}

function ageBand(minAge: number | null, maxAge: number | null, locale: Locale): string {
  if (locale === 'vi') {
    if (minAge !== null && maxAge !== null) return `từ ${minAge} đến ${maxAge} tuổi`
    return minAge !== null ? `từ ${minAge} tuổi` : maxAge !== null ? `đến ${maxAge} tuổi` : ''
  }
  if (minAge !== null && maxAge !== null) return `aged ${minAge} to ${maxAge}`
  return minAge !== null ? `aged ${minAge} or more` : maxAge !== null ? `aged ${maxAge} or less` : ''
}

/** Names as far as they are known, the others counted. */
function unitLines(ids: readonly string[], locale: Locale, nameOf: NameOf): string[] {
  if (ids.length === 0) return [locale === 'vi' ? 'mọi đơn vị' : 'all units']
  const names = ids.flatMap((id) => nameOf(id) ?? [])
  const rest = ids.length - names.length
  if (rest === 0) return names
  const count = WORDS[locale].number(rest)
  if (names.length === 0) return [locale === 'vi' ? `${count} đơn vị` : `${count} ${rest === 1 ? 'unit' : 'units'}`]
  return [...names, locale === 'vi' ? `và ${count} đơn vị khác` : `and ${count} more`]
}

interface Prize {
  tier: PrizeTier
  count: number
  reward: Localized
  scope?: PrizeScope
  table?: string | null
}

function prizeLines(prizes: readonly Prize[], locale: Locale): string[] {
  if (prizes.length === 0) return [absent('prizes', locale)]
  return prizes.map(({ tier, count, reward, scope, table }) => {
    const place = [
      table && (locale === 'vi' ? `bảng ${table}` : `table ${table}`),
      scope === 'total' && (locale === 'vi' ? 'tổng qua các đợt' : 'running total'),
    ].filter(Boolean)
    const what = `${count} × ${WORDS[locale].tiers[tier]}`
    return `${[what, ...place].join(', ')}: ${eitherText(reward, locale)}`
  })
}

const numbered = (lines: readonly string[]) => lines.map((line, index) => `${index + 1}. ${line}`)
