import type { Locale, RankingCriterion, RoundRules } from '../vocab/index.js'
import { WORDS } from './words.js'

/** One line for each step of an order, as a thể lệ says it; what the steps mean is in the ranking chain of the contests. */
export function rankingLines(
  ranking: readonly RankingCriterion[],
  prediction: RoundRules['prediction'],
  locale: Locale,
): string[] {
  return ranking.map((criterion) => LINES[locale](criterion, prediction))
}

const LINES: Record<Locale, (criterion: RankingCriterion, prediction: RoundRules['prediction']) => string> = {
  vi({ by, bucketS = 1 }, prediction) {
    const within = bucketS > 1 ? ` (trong cùng khoảng ${WORDS.vi.duration(bucketS)} thì coi như bằng nhau)` : ''
    switch (by) {
      case 'points':
        return 'Tổng điểm cao hơn xếp trên.'
      case 'right-items':
        return 'Trả lời đúng trọn vẹn nhiều câu hơn xếp trên.'
      case 'prediction-error':
        return `Dự đoán ${prediction ? `${predictionTarget(prediction, 'vi')} ` : ''}gần đúng hơn xếp trên; người không dự đoán xếp sau.`
      case 'time-used':
        return `Thời gian làm bài ngắn hơn xếp trên${within}.`
      case 'submitted-at':
        return `Nộp bài sớm hơn xếp trên, tính theo đồng hồ máy chủ${within}.`
      case 'attempt-count':
        return 'Dùng ít lượt thi hơn xếp trên.'
      case 'draw':
        return 'Nếu vẫn bằng nhau thì bốc thăm bằng số ngẫu nhiên công khai, được chọn trước và ai cũng kiểm tra lại được.'
    }
  },
  en({ by, bucketS = 1 }, prediction) {
    const within = bucketS > 1 ? ` (within the same ${WORDS.en.duration(bucketS)} they count as equal)` : ''
    switch (by) {
      case 'points':
        return 'More points come first.'
      case 'right-items':
        return 'More questions wholly right come first.'
      case 'prediction-error':
        return `The closer prediction ${prediction ? `of ${predictionTarget(prediction, 'en')} ` : ''}comes first; whoever gave none comes after those who did.`
      case 'time-used':
        return `Less time used comes first${within}.`
      case 'submitted-at':
        return `The earlier submission by the server’s clock comes first${within}.`
      case 'attempt-count':
        return 'Fewer attempts come first.'
      case 'draw':
        return 'Who is still equal is ordered by lot, from public randomness that is named beforehand and that anybody can check.'
    }
  },
}

/** What is to be predicted, in words. */
export function predictionTarget(prediction: NonNullable<RoundRules['prediction']>, locale: Locale): string {
  const { target, unit, countsDisqualified } = prediction
  if (locale === 'vi') {
    const what =
      target === 'perfect'
        ? unit === 'people'
          ? 'số người trả lời đúng tất cả các câu'
          : 'số lượt thi trả lời đúng tất cả các câu'
        : unit === 'people'
          ? 'số người dự thi'
          : 'số lượt dự thi'
    return `${what} (${countsDisqualified ? 'tính cả' : 'không tính'} người bị loại)`
  }
  const what =
    target === 'perfect'
      ? `the number of ${unit} with everything right`
      : unit === 'people'
        ? 'the number of participants'
        : 'the number of attempts'
  return `${what} (disqualified people ${countsDisqualified ? 'included' : 'left out'})`
}
