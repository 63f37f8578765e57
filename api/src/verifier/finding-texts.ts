import { SIGNED_TEXTS } from './signed-finding-texts.js'

/** Every sentence that a verification says, in Vietnamese and English. */
export const TEXTS = {
  // What the file is.
  BUNDLE: {
    vi: 'Gói công khai của đợt thi {round}, kết quả bản {version}, lần lập {edition}; nhật ký “{origin}”.',
    en: 'Public bundle of round {round}, results version {version}, edition {edition}; log “{origin}”.',
  },
  // The round and its pool.
  SECRET_HOLDS: {
    vi: 'Bí mật của đợt khớp cam kết đã công bố: đề được bốc, không ai chọn được.',
    en: 'The secret of the round fits the commitment published: papers were drawn, nobody could choose them.',
  },
  SECRET_WRONG: {
    vi: 'Bí mật trong gói không khớp cam kết {commitment}: bí mật hoặc cam kết đã bị thay.',
    en: 'The secret in the bundle does not fit the commitment {commitment}: one of them was replaced.',
  },
  COMMITTED_LATE: {
    vi: 'Cam kết được công bố sau khi đợt mở ({at}, mở lúc {opensAt}).',
    en: 'The commitment was published after the round had opened ({at}, opened {opensAt}).',
  },
  NO_COMMITMENT: {
    vi: 'Đợt này không công bố cam kết trước khi mở: không chứng minh được đề là bốc.',
    en: 'No commitment was published before this round opened: that papers were drawn cannot be shown.',
  },
  POOL_HOLDS: {
    vi: 'Ngân hàng {count} câu với đáp án khớp cam kết đã công bố trước khi mở.',
    en: 'The pool of {count} items with their keys fits the commitment published before the opening.',
  },
  ITEM_CHANGED: {
    vi: 'Câu {item}: nội dung hoặc đáp án khác với lá đã cam kết.',
    en: 'Item {item}: its content or key differs from the leaf committed to.',
  },
  ITEM_SALT_WRONG: {
    vi: 'Câu {item}: muối không suy ra từ bí mật của đợt.',
    en: 'Item {item}: its salt does not follow from the secret of the round.',
  },
  ITEM_ORDER: {
    vi: 'Câu {item} đứng sai thứ tự hoặc lặp lại trong ngân hàng.',
    en: 'Item {item} stands out of order in the pool, or twice.',
  },
  POOL_ROOT_WRONG: {
    vi: 'Gốc của ngân hàng câu hỏi là {found}, đã cam kết {expected}: câu hoặc đáp án đã bị thay, thêm hoặc bớt sau khi cam kết.',
    en: 'The root of the pool is {found}, committed was {expected}: items or keys were changed, added or removed afterwards.',
  },
  // Rulings.
  RULINGS_READ: { vi: '{count} phán quyết được áp dụng.', en: '{count} rulings applied.' },
  RULING_MISSING: {
    vi: 'Phán quyết số {n} bị thiếu.',
    en: 'Ruling number {n} is missing.',
  },
  RULING_UNKNOWN_ITEM: {
    vi: 'Phán quyết số {n} nói về câu {item} không có trong ngân hàng.',
    en: 'Ruling number {n} is about item {item}, which the pool does not have.',
  },
  // Attempts.
  ATTEMPTS_HOLD: {
    vi: '{count} lượt thi: chuỗi sự kiện, đề bốc và mã biên nhận tính lại đều khớp.',
    en: '{count} attempts: chains of events, drawn papers and receipt codes worked out again all fit.',
  },
  CHAIN_BROKEN: {
    vi: 'Lượt thi {attempt} (lá {index}): chuỗi sự kiện không khớp lá của nó: một câu trả lời, giờ hoặc đề đã bị sửa, thêm hoặc bớt.',
    en: 'Attempt {attempt} (leaf {index}): its chain does not fit its leaf: an answer, an instant or the paper was changed, added or removed.',
  },
  ATTEMPT_MISSING: {
    vi: 'Thiếu lượt thi ở lá {index} của nhật ký: một dòng đã bị bỏ.',
    en: 'The attempt at leaf {index} of the log is missing: a line was removed.',
  },
  ATTEMPT_TWICE: {
    vi: 'Lượt thi {attempt} đứng sai thứ tự hoặc lặp lại (lá {index}).',
    en: 'Attempt {attempt} stands out of order, or twice (leaf {index}).',
  },
  PAPER_IMPOSSIBLE: {
    vi: 'Lượt thi {attempt}: không bốc lại được đề: {reason}',
    en: 'Attempt {attempt}: its paper cannot be drawn again: {reason}',
  },
  ATTEMPT_UNSUBMITTED: {
    vi: 'Lượt thi {attempt}: bản ghi cuối không phải lần nộp bài duy nhất.',
    en: 'Attempt {attempt}: its last record is not its one submission.',
  },
  TERMS_UNKNOWN: {
    vi: 'Lượt thi {attempt} nêu thể lệ bản {version} không có trong gói.',
    en: 'Attempt {attempt} names version {version} of the rules, which the bundle does not have.',
  },
  TIME_USED_WRONG: {
    vi: 'Lượt thi {attempt}: thời gian ghi {recorded} giây, tính lại {computed} giây.',
    en: 'Attempt {attempt}: {recorded} seconds are recorded, worked out are {computed}.',
  },
  TIMES_TAKEN: {
    vi: '{count} lượt có bù giờ hoặc tạm dừng: thời gian làm bài lấy theo gói (đã kiểm không dài hơn từ lúc mở đến lúc nộp).',
    en: '{count} attempts with credits or pauses: their time is taken from the bundle (not longer than from start to submission).',
  },
  COMPLETENESS_WRONG: {
    vi: 'Lượt thi {attempt}: gói ghi xếp hạng được = {recorded}, tính lại {computed}.',
    en: 'Attempt {attempt}: recorded as ranked = {recorded}, worked out {computed}.',
  },
  PART_WRONG: {
    vi: 'Lượt thi {attempt}: ghi là bốc từ phần {part} của ngân hàng, theo giờ bắt đầu thì không phải.',
    en: 'Attempt {attempt}: drawn from part {part} of the pool as given; by its start it was another.',
  },
  MET_WRONG: {
    vi: 'Lượt thi {attempt}: các câu ghi là đã gặp khác với đề của những lượt trước.',
    en: 'Attempt {attempt}: the items said to be met differ from those of the earlier papers.',
  },
  MET_TAKEN: {
    vi: '{count} lượt bốc sau lượt của đợt khác hoặc lượt đã xoá: câu đã gặp lấy theo gói.',
    en: '{count} papers were drawn after attempts of other rounds or erased ones: what had been met is taken from the bundle.',
  },
  UNCHAINED: {
    vi: '{count} lượt kết thúc trước khi có nhật ký: không có lá nào bảo chứng.',
    en: '{count} attempts ended before logs were kept: no leaf vouches for them.',
  },
  ERASED: {
    vi: '{count} lượt đã xoá theo yêu cầu: lá vẫn nằm trong cây; điểm của người đó lấy theo gói đã ký.',
    en: '{count} attempts erased on request: their leaves still stand in the tree; what these people reached is taken from the signed bundle.',
  },
  // Results.
  PEOPLE_HOLD: {
    vi: '{count} người: điểm, lượt được tính, hạng và thứ tự tính lại đều khớp.',
    en: '{count} people: points, counted attempts, ranks and order worked out again all fit.',
  },
  PERSON_MISSING: {
    vi: 'Người {person} có lượt thi {attempt} nhưng không có dòng kết quả.',
    en: 'Person {person} has attempt {attempt} but no line of results.',
  },
  PERSON_UNFOUNDED: {
    vi: 'Người {person} có dòng kết quả nhưng không có lượt thi nào.',
    en: 'Person {person} has a line of results but no attempt.',
  },
  PERSON_TWICE: { vi: 'Người {person} có hai dòng kết quả.', en: 'Person {person} has two lines of results.' },
  COUNTED_WRONG: {
    vi: 'Người {person}: theo thể lệ lượt được tính là {computed}, gói ghi {recorded}.',
    en: 'Person {person}: by the rules attempt {computed} counts, the bundle says {recorded}.',
  },
  CODE_WRONG: {
    vi: 'Người {person}: mã không suy ra từ biên nhận của lượt {attempt} (phải là {computed}).',
    en: 'Person {person}: the code does not follow from the receipt of attempt {attempt} (it is {computed}).',
  },
  VALUE_WRONG: {
    vi: 'Người {person}: {field} ghi {recorded}, tính lại từ câu trả lời, đáp án và phán quyết là {computed}.',
    en: 'Person {person}: {field} is given as {recorded}; answers, keys and rulings make it {computed}.',
  },
  RANK_WRONG: {
    vi: 'Người {person}: hạng ghi {recorded}, theo thể lệ là {computed} (bảng {table}).',
    en: 'Person {person}: rank {recorded} is given, by the rules it is {computed} (table {table}).',
  },
  ORDER_WRONG: {
    vi: 'Người {person}: thứ tự ghi {recorded}, theo thể lệ là {computed}.',
    en: 'Person {person}: order {recorded} is given, by the rules it is {computed}.',
  },
  TIE_WRONG: {
    vi: 'Người {person}: gói ghi đồng hạng = {recorded}, tính lại {computed}.',
    en: 'Person {person}: a shared place is given as {recorded}, worked out {computed}.',
  },
  EXCLUDED_WITHOUT_RULING: {
    vi: 'Người {person} bị loại khỏi xếp hạng nhưng không có phán quyết nào: phán quyết bị thiếu.',
    en: 'Person {person} is excluded from the ranking without a ruling: the ruling is missing.',
  },
  VOIDED_WITHOUT_RULING: {
    vi: 'Người {person}: lượt {attempt} bị ghi là huỷ nhưng không có phán quyết nào: phán quyết bị thiếu.',
    en: 'Person {person}: attempt {attempt} is given as voided without a ruling: the ruling is missing.',
  },
  RULED_OUT_BUT_RANKED: {
    vi: 'Người {person} bị phán quyết loại nhưng vẫn được xếp hạng.',
    en: 'Person {person} is excluded by a ruling and ranked all the same.',
  },
  INCOMPLETE_WRONG: {
    vi: 'Người {person}: lý do không xếp hạng ghi “{recorded}”, theo thể lệ là “{computed}”.',
    en: 'Person {person}: the reason for no rank is given as “{recorded}”, by the rules it is “{computed}”.',
  },
  BARRED_TAKEN: {
    vi: '{count} người không được xếp hạng theo danh sách của ban tổ chức (người liên quan): lấy theo gói.',
    en: '{count} people are kept from the ranking by the organizers’ list (people involved): taken from the bundle.',
  },
  TARGET_HOLDS: {
    vi: 'Đáp số câu dự đoán: {target}, tính lại khớp.',
    en: 'The target of the prediction is {target}; worked out the same.',
  },
  TARGET_WRONG: {
    vi: 'Đáp số câu dự đoán ghi {recorded}, tính lại {computed}.',
    en: 'The target of the prediction is given as {recorded}, worked out {computed}.',
  },
  TARGET_TAKEN: {
    vi: 'Đáp số câu dự đoán {target} lấy theo gói, vì có lượt đã xoá.',
    en: 'The target of the prediction, {target}, is taken from the bundle, since attempts were erased.',
  },
  TOTALS_WRONG: {
    vi: 'Tổng số “{field}” ghi {recorded}, đếm được {computed}.',
    en: 'The total “{field}” is given as {recorded}, counted are {computed}.',
  },
  // The draw.
  NO_DRAW: { vi: 'Không có bốc thăm trong bản kết quả này.', en: 'There was no draw in this version.' },
  DRAW_HOLDS: {
    vi: 'Bốc thăm: cam kết, danh sách {count} dòng, số ngẫu nhiên công khai và thứ tự bốc đều khớp.',
    en: 'Draw: commitment, list of {count} lines, public randomness and drawn order all fit.',
  },
  DRAW_NAMED: {
    vi: 'Đã công bố danh sách bốc thăm {count} dòng, chưa có kết quả bốc.',
    en: 'A list of {count} lines for a draw was published; nothing was drawn yet.',
  },
  DRAW_COMMITMENT_WRONG: {
    vi: 'Bốc thăm: bí mật không khớp cam kết.',
    en: 'Draw: the secret does not fit the commitment.',
  },
  DRAW_UNCOMMITTED: {
    vi: 'Bốc thăm: không có cam kết kịp trước khi mở; chỉ số ngẫu nhiên công khai quyết định.',
    en: 'Draw: nothing was committed to in time; the public randomness alone decides.',
  },
  DRAW_COMMITTED_LATE: {
    vi: 'Bốc thăm: cam kết công bố sau khi đợt mở.',
    en: 'Draw: the commitment was published after the round had opened.',
  },
  DRAW_LIST_WRONG: {
    vi: 'Bốc thăm: danh sách có gốc {found}, đã công bố {expected}.',
    en: 'Draw: the list has root {found}, published was {expected}.',
  },
  DRAW_LINE_WRONG: {
    vi: 'Bốc thăm: dòng {n} của danh sách thiếu hoặc sai chỗ.',
    en: 'Draw: line {n} of the list is missing or out of place.',
  },
  DRAW_NAMED_LATE: {
    vi: 'Bốc thăm: danh sách công bố sau thời điểm đã hẹn của số ngẫu nhiên.',
    en: 'Draw: the list was published after the moment named for the randomness.',
  },
  DRAW_BEACON_WRONG: {
    vi: 'Bốc thăm: chữ ký không phải của lượt {round} của nguồn ngẫu nhiên drand.',
    en: 'Draw: the signature is not that of round {round} of the beacon drand.',
  },
  DRAW_RANDOMNESS_WRONG: {
    vi: 'Bốc thăm: số ngẫu nhiên không suy ra từ nguồn đã nêu.',
    en: 'Draw: the randomness does not follow from the source named.',
  },
  DRAW_LOTTERY: {
    vi: 'Bốc thăm theo xổ số “{name}” ngày {day}: hãy so dãy số {entry} với báo ngày đó.',
    en: 'Drawn by the lottery “{name}” of {day}: compare the numbers {entry} with that day’s newspaper.',
  },
  DRAW_SEED_WRONG: {
    vi: 'Bốc thăm: hạt giống tính lại là {found}, gói ghi {expected}.',
    en: 'Draw: the seed worked out is {found}, given was {expected}.',
  },
  DRAW_ORDER_WRONG: {
    vi: 'Bốc thăm: người {person} ở thứ tự bốc {recorded}, tính lại {computed}.',
    en: 'Draw: person {person} is given as drawn {recorded}, worked out {computed}.',
  },
  DRAW_NOT_LISTED: {
    vi: 'Bốc thăm: dòng danh sách ghi cho người {person} không phải của người đó.',
    en: 'Draw: the line of the list given for person {person} is somebody else’s.',
  },
  // Prizes.
  NO_PRIZES: {
    vi: 'Chưa có danh sách giải nào được công bố theo bản kết quả này.',
    en: 'No list of prizes was published on this version.',
  },
  PRIZES_HOLD: { vi: '{count} giải trao đúng theo thứ tự.', en: '{count} prizes went where the order says.' },
  PRIZE_WRONG: {
    vi: 'Giải {prize}: gói ghi {recorded}, theo thứ tự phải là {computed}.',
    en: 'Prize {prize}: given to {recorded}, by the order it goes to {computed}.',
  },
  PASSED_TAKEN: {
    vi: '{count} người được thứ tự gọi tới nhưng không nhận giải ở đây (từ chối, không đủ điều kiện, đã có giải cao hơn): lấy theo gói.',
    en: '{count} people whom the order reaches take no prize here (declined, not entitled, a higher prize): taken from the bundle.',
  },
  ...SIGNED_TEXTS,
} as const

export type FindingCode = keyof typeof TEXTS
