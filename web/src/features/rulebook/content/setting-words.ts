import { predictionTarget, rankingLines, WORDS } from '@thiso/contracts/rule-words'
import type { Locale, Localized, PrizeTier, RankingCriterion, RoundRules } from '@thiso/contracts/vocab'

type Kind =
  | 'count'
  | 'seconds'
  | 'minutes'
  | 'hours'
  | 'percent'
  | 'yes-no'
  | 'moment'
  | 'day'
  | 'word'
  | 'ranking'
  | 'prediction'
  | 'prizes'
  | 'tables'
  | 'how-many'
  | 'entry'
  | 'total'

/** Every setting that an amendment can change, by its path without `rules.`: its name, and how its values are read. */
const SETTINGS: Record<string, readonly [kind: Kind, vi: string, en: string]> = {
  timeLimitS: ['seconds', 'Thời gian làm bài', 'Time for a paper'],
  attemptLimit: ['count', 'Số lượt thi', 'Number of attempts'],
  resultPolicy: ['word', 'Khi nào hiện điểm', 'When scores are shown'],
  closesAt: ['moment', 'Giờ đóng', 'Closing time'],
  'attempts.period': ['word', 'Số lượt tính theo', 'Attempts are counted by'],
  'attempts.waitS': ['seconds', 'Khoảng cách giữa hai lượt', 'Wait between attempts'],
  'attempts.counted': ['word', 'Lượt được tính', 'Attempt that counts'],
  'attempts.unseenFirst': ['yes-no', 'Câu chưa gặp ra trước', 'Unseen questions first'],
  movement: ['word', 'Chuyển giữa các câu', 'Moving between questions'],
  itemClockS: ['seconds', 'Thời gian cho mỗi câu', 'Time for each question'],
  allRequired: ['yes-no', 'Phải trả lời tất cả', 'Everything must be answered'],
  'scoring.wrongPenalty': ['percent', 'Trừ điểm câu sai', 'Cost of a wrong answer'],
  'scoring.blankPenalty': ['percent', 'Trừ điểm câu bỏ trống', 'Cost of a blank'],
  'scoring.speedBonus': ['count', 'Điểm cộng cho tốc độ', 'Bonus for speed'],
  prediction: ['prediction', 'Câu dự đoán', 'Prediction'],
  'prediction.target': ['word', 'Điều phải dự đoán', 'What is predicted'],
  'prediction.unit': ['word', 'Dự đoán tính theo', 'Prediction counts'],
  'prediction.per': ['word', 'Số lần dự đoán', 'Predictions given'],
  'prediction.countsDisqualified': ['yes-no', 'Tính cả người bị loại', 'Disqualified people count'],
  ranking: ['ranking', 'Cách xếp hạng', 'Ranking'],
  freezeMinutes: ['minutes', 'Bảng xếp hạng đóng băng trước khi đóng', 'Board stands still before the end'],
  paperTolerance: ['count', 'Mức chênh cho phép giữa các đề (điểm)', 'Papers may differ by (points)'],
  entry: ['entry', 'Ai được vào đợt', 'Who may enter the round'],
  'entry.kind': ['word', 'Ai được vào đợt', 'Who may enter the round'],
  'entry.by': ['word', 'Chọn người từ đợt trước theo', 'Chosen from the earlier round by'],
  'entry.amount': ['count', 'Số người hoặc phần trăm được vào', 'People or percent who go on'],
  'entry.fromRoundId': ['how-many', 'Đợt chọn người', 'Round to qualify in'],
  tables: ['tables', 'Các bảng', 'Tables'],
  'eligibility.minAge': ['count', 'Tuổi thấp nhất', 'Least age'],
  'eligibility.maxAge': ['count', 'Tuổi cao nhất', 'Greatest age'],
  'eligibility.ageOn': ['day', 'Ngày tính tuổi', 'Day on which ages are taken'],
  'eligibility.unitIds': ['how-many', 'Số đơn vị được dự thi', 'Number of units that may take part'],
  'eligibility.invitedOnly': ['yes-no', 'Chỉ người có trong danh sách', 'Only people on the list'],
  total: ['total', 'Xếp hạng chung cuộc', 'Overall ranking'],
  'total.bestRounds': ['count', 'Số đợt tốt nhất được tính', 'Best rounds that count'],
  'total.ranking': ['ranking', 'Cách xếp hạng chung cuộc', 'Overall ranking'],
  onePrizeEach: ['yes-no', 'Mỗi người một giải', 'One prize a person'],
  complaintHours: ['hours', 'Thời hạn khiếu nại', 'Time for complaints'],
  prizes: ['prizes', 'Cơ cấu giải thưởng', 'Prizes'],
}

const CHOICES: Record<string, readonly [vi: string, en: string]> = {
  at_once: ['ngay sau khi nộp', 'at once'],
  after_close: ['sau khi đợt đóng', 'after the round has closed'],
  after_publish: ['khi công bố kết quả', 'when results are published'],
  round: ['đợt thi', 'round'],
  day: ['ngày', 'day'],
  week: ['tuần', 'week'],
  contest: ['cả cuộc thi', 'whole contest'],
  unlimited: ['không giới hạn', 'without limit'],
  best: ['lượt cao nhất', 'the best'],
  first: ['lượt đầu tiên', 'the first'],
  last: ['lượt cuối cùng', 'the last'],
  free: ['tự do', 'free'],
  'one-way': ['một chiều, không quay lại', 'one way, no going back'],
  perfect: ['số người hoặc lượt đúng tất cả', 'how many have everything right'],
  participants: ['số người hoặc lượt dự thi', 'how many take part'],
  people: ['người', 'people'],
  attempts: ['lượt thi', 'attempts'],
  person: ['mỗi người một lần', 'once a person'],
  attempt: ['mỗi lượt một lần', 'once in each attempt'],
  open: ['mọi người đủ điều kiện', 'everybody who may take part'],
  list: ['người trong danh sách', 'people on a list'],
  qualified: ['người vào từ đợt trước', 'people who qualified in an earlier round'],
  top: ['thứ hạng', 'place'],
  share: ['phần trăm', 'percent'],
  'per-unit': ['từng đơn vị', 'unit'],
}

const keyOf = (path: string) => path.replace(/^rules\./, '')

/** A setting's name; the path itself where it is not known here. */
export function settingName(path: string, locale: Locale): string {
  const setting = SETTINGS[keyOf(path)]
  return setting ? setting[locale === 'vi' ? 1 : 2] : path
}

/**
 * A value of a setting in words, a line for each part of it.
 * @param value as an amendment tells it; null: the setting was or will be absent
 */
export function settingLines(path: string, value: unknown, locale: Locale): string[] {
  const none = locale === 'vi' ? 'không' : 'none'
  if (value === null || value === undefined) return [none]
  const kind = SETTINGS[keyOf(path)]?.[0]
  const words = WORDS[locale]
  if (Array.isArray(value) && value.length === 0) return [kind === 'how-many' ? words.number(0) : none]
  switch (kind) {
    case 'count':
      return [words.number(Number(value))]
    case 'seconds':
      return [words.duration(Number(value))]
    case 'minutes':
      return [words.duration(Number(value) * 60)]
    case 'hours':
      return [words.duration(Number(value) * 3_600)]
    case 'percent':
      return [`${words.number(Number(value) * 100)}%`]
    case 'yes-no':
      return [locale === 'vi' ? (value ? 'có' : 'không') : value ? 'yes' : 'no']
    case 'moment':
      return [words.moment(Date.parse(String(value)))]
    case 'day':
      return [words.day(String(value))]
    case 'word':
      return [CHOICES[String(value)]?.[locale === 'vi' ? 0 : 1] ?? String(value)]
    case 'ranking':
      return numbered(rankingLines(value as RankingCriterion[], null, locale))
    case 'prediction':
      return [predictionTarget(value as NonNullable<RoundRules['prediction']>, locale)]
    case 'total':
      return numbered(rankingLines((value as { ranking: RankingCriterion[] }).ranking, null, locale))
    case 'entry':
      return settingLines('entry.kind', (value as { kind: string }).kind, locale)
    case 'tables':
      return [
        (value as (string | { code: string })[])
          .map((each) => (typeof each === 'string' ? each : each.code))
          .join(', '),
      ]
    case 'how-many':
      return [Array.isArray(value) ? words.number(value.length) : locale === 'vi' ? 'đã đặt' : 'set']
    case 'prizes':
      return (value as Prize[]).map((prize) => prizeLine(prize, locale))
    default:
      return [JSON.stringify(value)]
  }
}

interface Prize {
  tier: PrizeTier
  count: number
  reward: Localized
  table?: string | null
}

function prizeLine({ tier, count, reward, table }: Prize, locale: Locale): string {
  const place = table ? (locale === 'vi' ? `, bảng ${table}` : `, table ${table}`) : ''
  return `${count} × ${WORDS[locale].tiers[tier]}${place}: ${locale === 'en' && reward.en ? reward.en : reward.vi}`
}

const numbered = (lines: readonly string[]) => lines.map((line, index) => `${index + 1}. ${line}`)
