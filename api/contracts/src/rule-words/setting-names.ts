import type { Locale } from '../vocab/index.js'

/** How a value of a setting is read; the sentences stand in `setting-values.ts`. */
export type SettingKind =
  | 'count'
  | 'points'
  | 'seconds'
  | 'minutes'
  | 'hours'
  | 'percent'
  | 'yes-no'
  | 'moment'
  | 'day'
  | 'age'
  | 'word'
  | 'ranking'
  | 'prediction'
  | 'prizes'
  | 'tables'
  | 'units'
  | 'roles'
  | 'round'
  | 'entry'
  | 'total'
  | 'collective'
  | 'unit-kinds'
  | 'measures'
  | 'scale'
  | 'size-classes'
  | 'collective-prizes'

/** AM-4: every setting that an amendment can change, by its path without `rules.`; what is null or an object may change as a whole. */
export const SETTINGS: Record<string, readonly [kind: SettingKind, vi: string, en: string]> = {
  timeLimitS: ['seconds', 'Thời gian làm bài', 'Time for a paper'],
  attemptLimit: ['count', 'Số lượt thi mỗi người', 'Attempts a person'],
  resultPolicy: ['word', 'Khi nào thí sinh xem điểm', 'When scores are shown'],
  closesAt: ['moment', 'Giờ đóng', 'Closing time'],
  'attempts.period': ['word', 'Số lượt tính trong', 'Attempts are counted within'],
  'attempts.waitS': ['seconds', 'Khoảng nghỉ giữa hai lượt', 'Wait between attempts'],
  'attempts.counted': ['word', 'Lượt được tính', 'Attempt that counts'],
  'attempts.unseenFirst': ['yes-no', 'Câu chưa gặp ra trước', 'Unseen questions first'],
  movement: ['word', 'Chuyển giữa các câu', 'Moving between questions'],
  itemClockS: ['seconds', 'Thời gian cho mỗi câu', 'Time for each question'],
  allRequired: ['yes-no', 'Phải trả lời hết mới nộp được', 'Everything must be answered'],
  'scoring.wrongPenalty': ['percent', 'Câu sai bị trừ', 'A wrong answer costs'],
  'scoring.blankPenalty': ['percent', 'Câu bỏ trống bị trừ', 'A blank costs'],
  'scoring.speedBonus': ['points', 'Thưởng tốc độ tối đa', 'Speed adds at most'],
  prediction: ['prediction', 'Câu dự đoán', 'Prediction question'],
  'prediction.target': ['word', 'Điều phải dự đoán', 'What is predicted'],
  'prediction.unit': ['word', 'Dự đoán đếm theo', 'The prediction counts'],
  'prediction.per': ['word', 'Số lần dự đoán', 'How often one predicts'],
  'prediction.countsDisqualified': ['yes-no', 'Đếm cả người bị loại', 'Disqualified people count'],
  ranking: ['ranking', 'Cách xếp hạng', 'Ranking'],
  freezeMinutes: ['minutes', 'Bảng xếp hạng đóng băng trước giờ đóng', 'The standings are frozen before the end for'],
  paperTolerance: ['points', 'Mức chênh cho phép giữa các đề', 'Papers may lie apart by'],
  'protection.watermark': ['yes-no', 'Mã lượt thi in mờ trên đề', 'The attempt’s code across the paper'],
  'protection.copyGuard': ['yes-no', 'Hạn chế sao chép chữ trong đề', 'Copying of the paper’s text made awkward'],
  'protection.fullScreen': ['yes-no', 'Đề nghị làm bài toàn màn hình', 'Full screen is asked for'],
  'protection.safeBrowser': ['yes-no', 'Chỉ làm bài bằng Safe Exam Browser', 'Only in the Safe Exam Browser'],
  entry: ['entry', 'Ai được vào đợt', 'Who may enter the round'],
  'entry.kind': ['word', 'Ai được vào đợt', 'Who may enter the round'],
  'entry.by': ['word', 'Lấy người từ đợt trước theo', 'Taken from the earlier round by'],
  'entry.amount': ['count', 'Số người hoặc phần trăm được vào', 'People or percent who go on'],
  'entry.fromRoundId': ['round', 'Lấy người từ đợt', 'People are taken from'],
  tables: ['tables', 'Bảng thi', 'Tables'],
  'eligibility.minAge': ['age', 'Tuổi thấp nhất', 'Least age'],
  'eligibility.maxAge': ['age', 'Tuổi cao nhất', 'Greatest age'],
  'eligibility.ageOn': ['day', 'Tính tuổi vào ngày', 'Ages are taken on'],
  'eligibility.unitIds': ['units', 'Đơn vị được dự thi', 'Units that may take part'],
  'eligibility.roles': ['roles', 'Loại tài khoản được dự thi', 'Kinds of accounts that may take part'],
  'eligibility.invitedOnly': ['yes-no', 'Chỉ người có trong danh sách mời', 'Only invited people'],
  total: ['total', 'Tổng qua các đợt', 'Running total'],
  'total.bestRounds': ['count', 'Số đợt tốt nhất được tính', 'Best rounds that count'],
  'total.ranking': ['ranking', 'Cách xếp hạng tổng qua các đợt', 'Ranking of the running total'],
  onePrizeEach: ['yes-no', 'Mỗi người nhiều nhất một giải', 'At most one prize a person'],
  complaintHours: ['hours', 'Thời hạn phúc khảo sau khi công bố', 'Complaints are taken for'],
  prizes: ['prizes', 'Cơ cấu giải thưởng', 'Prizes'],
  collectivePlan: ['collective', 'Cơ cấu giải tập thể', 'Collective prizes'],
  'collectivePlan.unitKinds': [
    'unit-kinds',
    'Giải tập thể: cấp đơn vị được so sánh',
    'Collective prizes: units that compare',
  ],
  'collectivePlan.minParticipants': [
    'count',
    'Giải tập thể: số người dự thi tối thiểu',
    'Collective prizes: least people',
  ],
  'collectivePlan.shrinkage': ['count', 'Giải tập thể: hệ số k của chất lượng', 'Collective prizes: k of quality'],
  'collectivePlan.weights.participants': [
    'count',
    'Giải tập thể: trọng số của số lượng',
    'Collective prizes: weight of number',
  ],
  'collectivePlan.weights.rate': ['count', 'Giải tập thể: trọng số của tỷ lệ', 'Collective prizes: weight of rate'],
  'collectivePlan.weights.quality': [
    'count',
    'Giải tập thể: trọng số của chất lượng',
    'Collective prizes: weight of quality',
  ],
  'collectivePlan.normalisation': ['scale', 'Giải tập thể: quy về thang 100', 'Collective prizes: brought to 100'],
  'collectivePlan.sizeClasses': ['size-classes', 'Giải tập thể: nhóm theo sĩ số', 'Collective prizes: size classes'],
  'collectivePlan.tieBreak': [
    'measures',
    'Giải tập thể: bằng nhau thì xét thêm',
    'Collective prizes: equal units are told apart by',
  ],
  'collectivePlan.onePrizeEach': [
    'yes-no',
    'Giải tập thể: mỗi đơn vị nhiều nhất một giải',
    'Collective prizes: at most one a unit',
  ],
  'collectivePlan.prizes': ['collective-prizes', 'Giải tập thể: các giải', 'Collective prizes: the prizes'],
}

/** 'rules.scoring.wrongPenalty' → 'scoring.wrongPenalty': a round's and a contest's rules have no name twice. */
export const settingKey = (path: string) => path.replace(/^rules\./, '')

/** A setting's name; the path itself where it is not known here. */
export function settingName(path: string, locale: Locale): string {
  const setting = SETTINGS[settingKey(path)]
  return setting ? setting[locale === 'vi' ? 1 : 2] : path
}
