import type { IneligibleReason, RuleProblem, RuleProblemCode } from '../vocab/index.js'
import type { Problem } from './problem.js'

type Sentences = { vi: string; en: string }

/** Why rules cannot be kept, in sentences; `{name}` is filled from the problem's params. */
export const ruleProblemTexts: Record<RuleProblemCode, Sentences> = {
  'RANKING.NO_END': {
    vi: 'Thứ tự xếp hạng phải kết thúc bằng bốc thăm, nếu không người bằng nhau sẽ không phân được giải.',
    en: 'The ranking must end in the draw, or equal people could not be told apart for prizes.',
  },
  'RANKING.AFTER_DRAW': {
    vi: 'Bốc thăm phải đứng cuối: mọi tiêu chí sau nó không bao giờ được xét.',
    en: 'The draw must stand last: nothing after it is ever looked at.',
  },
  'RANKING.DOUBLED': {
    vi: 'Một tiêu chí xếp hạng đứng hai lần; lần sau không có tác dụng.',
    en: 'A criterion of the ranking stands twice; the second has no effect.',
  },
  'RANKING.NO_PREDICTION': {
    vi: 'Xếp hạng theo câu dự đoán nhưng đợt thi không hỏi câu dự đoán.',
    en: 'The ranking uses the prediction, but the round asks for none.',
  },
  'RANKING.NO_BUCKET_HERE': {
    vi: 'Chỉ thời gian làm bài và thời điểm nộp mới được làm tròn theo khoảng.',
    en: 'Only time used and time of submission can be taken in buckets.',
  },
  item_clock_needs_one_way: {
    vi: 'Tính giờ từng câu chỉ dùng được khi làm lần lượt, không quay lại câu trước.',
    en: 'A clock for each item needs one-way movement.',
  },
  item_clocks_exceed_limit: {
    vi: 'Giờ của các câu cộng lại là {needed} giây, nhiều hơn thời gian làm bài {limit} giây.',
    en: 'The clocks of the items add up to {needed} seconds, more than the limit of {limit}.',
  },
  speed_bonus_too_big: {
    vi: 'Điểm thưởng tốc độ phải nhỏ hơn điểm của câu thấp nhất ({least}), để nhanh không bao giờ hơn đúng.',
    en: 'The speed bonus must be less than the points of the least item ({least}), so that speed never beats a right item.',
  },
  table_unknown: { vi: 'Cuộc thi không có bảng “{table}”.', en: 'The contest has no table “{table}”.' },
  table_repeated: { vi: 'Có hai bảng cùng mã “{table}”.', en: 'Two tables have the code “{table}”.' },
  table_unreachable: {
    vi: 'Không ai vào được bảng “{table}”: điều kiện của cuộc thi hoặc các bảng đứng trước đã lấy hết.',
    en: 'Nobody can be in table “{table}”: the conditions of the contest or the tables before it leave nobody.',
  },
  tables_cross: {
    vi: 'Bảng “{table}” và bảng “{other}” có độ tuổi chồng lên nhau cho cùng những người.',
    en: 'Tables “{table}” and “{other}” overlap in age for the same people.',
  },
  band_reversed: { vi: 'Tuổi thấp nhất lớn hơn tuổi cao nhất.', en: 'The least age is above the greatest.' },
  unit_unknown: { vi: 'Có đơn vị không còn trong danh mục.', en: 'A unit is not in the register.' },
  qualified_from_unknown: {
    vi: 'Đợt lấy người vào không thuộc cuộc thi này.',
    en: 'The round from which people qualify is not of this contest.',
  },
  qualified_from_itself: {
    vi: 'Đợt thi không thể lấy người từ chính nó.',
    en: 'A round cannot take people from itself.',
  },
  qualified_in_circle: {
    vi: 'Các đợt lấy người của nhau thành vòng tròn, nên không đợt nào bắt đầu được.',
    en: 'The rounds take people from each other in a circle, so none could begin.',
  },
  qualified_ends_too_late: {
    vi: 'Đợt trước kết thúc sau khi đợt này mở, nên chưa biết ai được vào.',
    en: 'The earlier round ends after this one opens, so nobody would know who is in.',
  },
  windows_overlap: {
    vi: 'Trùng thời gian với “{round}” cho cùng những người; một người không thể ở hai đợt một lúc.',
    en: 'The window overlaps with “{roundEn}” for the same people; nobody can be in two rounds at once.',
  },
  freeze_too_long: {
    vi: 'Thời gian đóng băng bảng xếp hạng dài bằng hoặc hơn cả đợt thi.',
    en: 'The freeze is as long as the round or longer.',
  },
  wait_too_long: {
    vi: 'Thời gian chờ giữa hai lượt dài hơn khoảng mở, nên không ai thi được lượt thứ hai.',
    en: 'The wait between attempts is longer than the window, so nobody could take a second one.',
  },
  more_prizes_than_people: {
    vi: 'Có {prizes} giải cho nhiều nhất {people} người dự đợt này.',
    en: 'There are {prizes} prizes for at most {people} people in this round.',
  },
  more_prizes_than_entrants: {
    vi: 'Có {prizes} giải cho nhiều nhất {people} người được vào “{round}”.',
    en: 'There are {prizes} prizes for at most {people} people who can enter “{roundEn}”.',
  },
  share_over_all: {
    vi: 'Không thể lấy nhiều hơn 100% số người của đợt trước.',
    en: 'No more than 100% of the earlier round can go on.',
  },
  table_in_use: {
    vi: 'Đợt “{round}” dành cho bảng “{table}” nên không bỏ hay đổi mã bảng này được.',
    en: 'Round “{roundEn}” is for table “{table}”, so this table cannot go or change its code.',
  },
  complaints_running: {
    vi: 'Kết quả đã công bố với thời hạn phúc khảo {hours} giờ và thời hạn ấy chưa hết nên không rút ngắn được.',
    en: 'Results are out with {hours} hours for complaints and these are not over, so they cannot be shortened.',
  },
  quota_below_total: {
    vi: 'Mỗi người chỉ có {limit} lượt trong cả cuộc thi, nhưng tổng điểm tính theo {needed} đợt.',
    en: 'Each person has only {limit} attempts in the contest, but the total counts {needed} rounds.',
  },
  prize_table_unknown: {
    vi: 'Giải dành cho bảng “{table}” nhưng cuộc thi không có bảng này.',
    en: 'A prize is for table “{table}”, which the contest does not have.',
  },
  prize_without_total: {
    vi: 'Giải chung cuộc cần có tổng điểm qua các đợt.',
    en: 'A prize for the running total needs a total over the rounds.',
  },
}

/** What somebody is told who may not start; filled like the sentences above. */
export const ineligibleTexts: Record<IneligibleReason, Sentences> = {
  'age-unknown': { vi: 'tài khoản chưa có ngày sinh', en: 'your account has no date of birth' },
  'too-young': { vi: 'phải từ {minAge} tuổi trở lên', en: 'you must be at least {minAge} years old' },
  'too-old': { vi: 'chỉ dành cho người không quá {maxAge} tuổi', en: 'it is for people of at most {maxAge} years' },
  role: { vi: 'cuộc thi dành cho loại tài khoản khác', en: 'it is for another kind of account' },
  'unit-unknown': { vi: 'tài khoản chưa chọn đơn vị', en: 'your account has no unit' },
  unit: { vi: 'đơn vị của bạn không thuộc phạm vi cuộc thi', en: 'your unit does not take part' },
  'not-invited': { vi: 'bạn chưa có trong danh sách mời', en: 'you are not on the list of invited people' },
  'no-table': { vi: 'không có bảng nào dành cho tuổi và đơn vị của bạn', en: 'no table fits your age and unit' },
  'other-table': { vi: 'đợt này không dành cho bảng {table} của bạn', en: 'it is not for your table {table}' },
  'not-listed': { vi: 'bạn chưa có trong danh sách của đợt này', en: 'you are not on the list of this round' },
  'not-qualified': { vi: 'bạn không được chọn vào từ đợt trước', en: 'you did not qualify in the earlier round' },
  qualifying: {
    vi: 'kết quả của đợt trước chưa công bố nên chưa biết ai được vào',
    en: 'the results of the earlier round are not published yet, so nobody knows who goes on',
  },
}

function filled(text: Sentences, params: Record<string, string | number>): Sentences {
  const fill = (sentence: string) => sentence.replace(/\{(\w+)\}/g, (_, key: string) => String(params[key] ?? ''))
  return { vi: fill(text.vi), en: fill(text.en) }
}

/** Problems of rules in the form that fields of a request are complained about. */
export function ruleProblemFields(problems: readonly RuleProblem[]): NonNullable<Problem['fields']> {
  return problems.map(({ code, path, params }) => ({ path, code, messages: filled(ruleProblemTexts[code], params) }))
}

/** The params of ROUND.NOT_ELIGIBLE: the reason as a word and in both languages. */
export function ineligibleParams(
  reason: IneligibleReason,
  params: Record<string, string | number>,
): Record<string, string | number> {
  const { vi, en } = filled(ineligibleTexts[reason], params)
  return { ...params, reason, reasonVi: vi, reasonEn: en }
}
