import type { Locale, ResultPolicy, RoundRules } from '../vocab/index.js'
import { protectionLines } from './protection-lines.js'
import { predictionTarget } from './ranking-lines.js'
import { WORDS } from './words.js'

/** What the sentences about a round are made from. */
export interface RoundSettings {
  timeLimitS: number
  attemptLimit: number
  resultPolicy: ResultPolicy
  itemCount: number
  maxPoints: number
  rules: RoundRules
}

/** How a round is taken: attempts, clock, movement; one sentence each. */
export function formLines(round: RoundSettings, locale: Locale): string[] {
  const { rules, attemptLimit, itemCount, timeLimitS, maxPoints } = round
  const words = WORDS[locale]
  const say = (vi: string, en: string) => (locale === 'vi' ? vi : en)
  const lines = [
    say(
      `Mỗi đề thi gồm ${itemCount} câu, tổng ${words.number(maxPoints)} điểm, làm trong ${words.duration(timeLimitS)}; đề được bốc ngẫu nhiên từ ngân hàng câu hỏi theo cùng một ma trận, mỗi lượt một đề.`,
      `A paper has ${itemCount} questions worth ${words.number(maxPoints)} points and takes ${words.duration(timeLimitS)}; it is drawn at random from the item bank by one blueprint, anew for each attempt.`,
    ),
    attemptLine(round, locale),
  ]
  if (rules.paperTolerance !== null)
    lines.push(
      say(
        `Các đề được cân bằng độ khó: điểm dự kiến của hai đề bất kỳ chênh nhau không quá ${words.number(rules.paperTolerance)} điểm.`,
        `Papers are made equally hard: the expected points of any two lie at most ${words.number(rules.paperTolerance)} apart.`,
      ),
    )
  const reach = reachOf(rules.attempts.period)
  if (rules.attempts.waitS > 0)
    lines.push(
      say(
        `Hai lượt thi ${reach.vi} cách nhau ít nhất ${words.duration(rules.attempts.waitS)}.`,
        `Between two attempts ${reach.en} lie at least ${words.duration(rules.attempts.waitS)}.`,
      ),
    )
  if (attemptLimit > 1 || rules.attempts.period !== 'round') lines.push(countedLine(round, locale))
  if (rules.attempts.unseenFirst)
    lines.push(
      say(
        'Ở lượt sau, câu hỏi thí sinh chưa gặp được ưu tiên ra trước.',
        'In later attempts, questions that the person has not met come first.',
      ),
    )
  lines.push(movementLine(round, locale))
  if (rules.allRequired)
    lines.push(
      say(
        'Phải trả lời tất cả các câu mới nộp được bài; bài hết giờ khi còn câu bỏ trống không được xếp hạng.',
        'Everything must be answered before a paper can be submitted; a paper that runs out of time with blanks is not ranked.',
      ),
    )
  if (rules.prediction)
    lines.push(
      say(
        `Có một câu dự đoán: ${predictionTarget(rules.prediction, 'vi')}; ${rules.prediction.per === 'person' ? 'mỗi người dự đoán một lần trong đợt, tính lần đầu' : 'mỗi lượt thi dự đoán một lần'}. Trong khi đợt thi mở, hệ thống không công bố các số liệu này.`,
        `One question asks for a prediction: ${predictionTarget(rules.prediction, 'en')}; ${rules.prediction.per === 'person' ? 'once a person, the first one holds' : 'once in each attempt'}. None of these numbers is shown while the round is open.`,
      ),
    )
  lines.push(...protectionLines(rules.protection, locale))
  return lines
}

/** AT-11: within what attempts are counted and waits are kept. */
function reachOf(period: RoundSettings['rules']['attempts']['period']) {
  return period === 'contest'
    ? { vi: 'trong cả cuộc thi', en: 'in the whole contest' }
    : { vi: 'trong đợt thi', en: 'in the round' }
}

function attemptLine({ attemptLimit: count, rules }: RoundSettings, locale: Locale): string {
  const { period } = rules.attempts
  const reach = reachOf(period)
  const vi = {
    day: `mỗi ngày ${reach.vi}`,
    week: `mỗi tuần (từ thứ Hai) ${reach.vi}`,
    round: reach.vi,
    contest: reach.vi,
  }
  const en = { day: `a day ${reach.en}`, week: `a week (from Monday) ${reach.en}`, round: reach.en, contest: reach.en }
  if (period === 'unlimited')
    return locale === 'vi' ? 'Số lượt thi không giới hạn.' : 'There is no limit to the number of attempts.'
  return locale === 'vi'
    ? `Mỗi người được thi ${count} lượt ${vi[period]}.`
    : `Everybody has ${count} ${count === 1 ? 'attempt' : 'attempts'} ${en[period]}.`
}

function countedLine({ rules }: RoundSettings, locale: Locale): string {
  const vi = {
    best: 'Kết quả được tính là lượt xếp cao nhất; nếu bằng nhau thì tính lượt sớm hơn.',
    first: 'Kết quả được tính là lượt thi đầu tiên.',
    last: 'Kết quả được tính là lượt thi cuối cùng.',
  }
  const en = {
    best: 'The best attempt counts; of equal ones the earlier.',
    first: 'The first attempt counts.',
    last: 'The last attempt counts.',
  }
  return (locale === 'vi' ? vi : en)[rules.attempts.counted]
}

function movementLine({ rules }: RoundSettings, locale: Locale): string {
  const words = WORDS[locale]
  const say = (vi: string, en: string) => (locale === 'vi' ? vi : en)
  if (rules.movement === 'free')
    return say(
      'Trong thời gian làm bài, thí sinh được chuyển qua lại giữa các câu và đổi câu trả lời.',
      'While the clock runs, people may move between questions and change answers.',
    )
  const clock =
    rules.itemClockS === null
      ? ''
      : say(
          `, mỗi câu tối đa ${words.duration(rules.itemClockS)}`,
          `, with ${words.duration(rules.itemClockS)} for each`,
        )
  return say(
    `Các câu hiện lần lượt${clock}; đã sang câu sau thì không quay lại câu trước.`,
    `Questions come one after the other${clock}; there is no way back to an earlier one.`,
  )
}

/** How a round is scored and what is shown when. */
export function scoringLines(round: RoundSettings, locale: Locale): string[] {
  const { scoring } = round.rules
  const words = WORDS[locale]
  const percent = (share: number) => words.number(share * 100)
  const say = (vi: string, en: string) => (locale === 'vi' ? vi : en)
  const lines = [
    say(
      'Hệ thống chấm tự động. Câu đúng trọn vẹn được đủ điểm của câu; câu có nhiều ý được tính phần điểm theo công thức nêu trong đề.',
      'Papers are marked automatically. A wholly right answer gains the question’s points; a question with several parts gains a share by the formula that it states.',
    ),
    scoring.wrongPenalty > 0
      ? say(
          `Trả lời sai bị trừ ${percent(scoring.wrongPenalty)}% số điểm của câu.`,
          `A wrong answer costs ${percent(scoring.wrongPenalty)}% of the question’s points.`,
        )
      : say('Trả lời sai không bị trừ điểm.', 'A wrong answer costs nothing.'),
    scoring.blankPenalty > 0
      ? say(
          `Bỏ trống bị trừ ${percent(scoring.blankPenalty)}% số điểm của câu. Tổng điểm không âm.`,
          `A blank costs ${percent(scoring.blankPenalty)}% of the question’s points. A total is never below zero.`,
        )
      : say('Câu bỏ trống được 0 điểm.', 'A blank gains nothing.'),
  ]
  if (scoring.speedBonus > 0)
    lines.push(
      say(
        `Làm nhanh được cộng tối đa ${words.number(scoring.speedBonus)} điểm cho cả bài, luôn ít hơn điểm của một câu đúng.`,
        `Speed adds at most ${words.number(scoring.speedBonus)} points to a paper, always less than one more right answer.`,
      ),
    )
  const feedback = {
    at_once: say('Điểm hiện ngay sau khi nộp bài.', 'The score is shown at once after submitting.'),
    after_close: say('Điểm hiện sau khi đợt thi đóng.', 'The score is shown after the round has closed.'),
    after_publish: say(
      'Điểm hiện khi ban tổ chức công bố kết quả.',
      'The score is shown when the organizers publish the results.',
    ),
  }
  lines.push(
    `${feedback[round.resultPolicy]} ${say('Đáp án và giải thích chỉ hiện sau khi đợt thi đóng.', 'Keys and explanations are shown only after the round has closed.')}`,
  )
  if (round.rules.freezeMinutes > 0)
    lines.push(
      say(
        `Bảng xếp hạng công khai dừng cập nhật ${words.duration(round.rules.freezeMinutes * 60)} trước khi đợt thi đóng, đến khi ban tổ chức bỏ đóng băng hoặc công bố kết quả.`,
        `The public standings are frozen for the last ${words.duration(round.rules.freezeMinutes * 60)} of a round, until the organizers reveal them or publish the results.`,
      ),
    )
  return lines
}
