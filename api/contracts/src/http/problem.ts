import { rulebookErrors } from './rulebook-problem-texts.js'
import { winnersErrors } from './winners-problem-texts.js'
import { admissionErrors } from './admission-problem-texts.js'
import { caseErrors } from './case-problem-texts.js'
import { analysisErrors } from './analysis-problem-texts.js'
import { resultErrors } from './result-problem-texts.js'
import { attemptProblems } from './attempt-problem-texts.js'
import { processProblems } from './process-problem-texts.js'
import { drawProblems } from './draw-problem-texts.js'
import { boardErrors } from './board-problem-texts.js'
import { classroomErrors } from './classroom-problem-texts.js'
import { bundleErrors } from './bundle-problem-texts.js'
import { detectionErrors } from './detection-problem-texts.js'
import { proofErrors } from './proof-problem-texts.js'

/**
 * The one error shape: RFC 9457 problem+json, with a stable code and a sentence in both languages.
 * `{name}` in a sentence is filled from the problem's `params`.
 */
export interface Problem {
  type: string
  title: string
  status: number
  code: ErrorCode
  /** What happened, what is safe and what to do; in Vietnamese and in English. */
  messages: { vi: string; en: string }
  params?: Record<string, string | number>
  /** For REQUEST.INVALID, …RULES_IMPOSSIBLE, COLLECTIVE.PLAN_IMPOSSIBLE and ROUND.AMENDMENT_NEEDED: every field that it is about, by its path in the body or query. */
  fields?: { path: string; code: string; messages: { vi: string; en: string } }[]
}

interface ErrorText {
  readonly status: number
  readonly vi: string
  readonly en: string
}

export const errors = {
  ...analysisErrors,
  ...resultErrors,
  ...caseErrors,
  ...attemptProblems,
  ...processProblems,
  ...drawProblems,
  ...boardErrors,
  ...detectionErrors,
  'REQUEST.INVALID': {
    status: 400,
    vi: 'Có thông tin chưa hợp lệ. Hãy sửa các ô được đánh dấu rồi gửi lại.',
    en: 'Some values are not valid. Correct the marked fields and send again.',
  },
  'REQUEST.TOO_LARGE': {
    status: 413,
    vi: 'Dữ liệu gửi lên quá lớn. Hãy giảm dung lượng rồi gửi lại.',
    en: 'What was sent is too large. Make it smaller and send again.',
  },
  'REQUEST.NOT_FOUND': {
    status: 404,
    vi: 'Không tìm thấy nội dung này. Có thể đường dẫn đã cũ hoặc gõ nhầm.',
    en: 'This was not found. The address may be old or mistyped.',
  },
  'REQUEST.FOREIGN_ORIGIN': {
    status: 403,
    vi: 'Yêu cầu không đến từ trang này nên bị từ chối. Hãy mở lại trang và thử lại.',
    en: 'The request did not come from this site and was refused. Open the site again and retry.',
  },
  'REQUEST.TOO_MANY': {
    status: 429,
    vi: 'Quá nhiều lần thử. Hãy đợi {seconds} giây rồi thử lại.',
    en: 'Too many tries. Wait {seconds} seconds and try again.',
  },
  'REQUEST.PROOF_NEEDED': {
    status: 429,
    vi: 'Đang có rất nhiều lượt từ mạng này nên máy của bạn cần làm một phép kiểm tra nhỏ. Hãy tải lại trang rồi thử lại. Chưa có gì bị mất.',
    en: 'Very much is coming from this network, so your device has to do a small check. Reload the page and try again. Nothing was lost.',
  },
  'SERVER.UNEXPECTED': {
    status: 500,
    vi: 'Hệ thống gặp lỗi. Những gì đã lưu vẫn an toàn; hãy thử lại sau ít phút.',
    en: 'Something went wrong on our side. What was saved is safe; try again in a few minutes.',
  },
  'SERVER.BUSY': {
    status: 503,
    vi: 'Hệ thống đang bận. Những gì đã lưu vẫn an toàn; trang sẽ tự thử lại.',
    en: 'The system is busy. What was saved is safe; the page will retry by itself.',
  },
  'AUTH.SIGN_IN_NEEDED': {
    status: 401,
    vi: 'Bạn cần đăng nhập để tiếp tục.',
    en: 'Please sign in to continue.',
  },
  'AUTH.NOT_ALLOWED': {
    status: 403,
    vi: 'Tài khoản của bạn không có quyền làm việc này.',
    en: 'Your account may not do this.',
  },
  'AUTH.WRONG_CREDENTIALS': {
    status: 401,
    vi: 'Tên đăng nhập hoặc mật khẩu chưa đúng. Hãy kiểm tra rồi thử lại.',
    en: 'The log-in name or the password is not right. Check them and try again.',
  },
  'AUTH.LOGIN_TAKEN': {
    status: 409,
    vi: 'Số điện thoại hoặc tên đăng nhập này đã có tài khoản. Hãy đăng nhập, hoặc chọn tên khác.',
    en: 'This phone number or user name already has an account. Sign in, or choose another.',
  },
  'AUTH.WEAK_PASSWORD': {
    status: 400,
    vi: 'Mật khẩu này quá dễ đoán. Hãy dùng ít nhất 8 ký tự, không phải tên hay dãy số quen thuộc.',
    en: 'This password is too easy to guess. Use at least 8 characters, not your name or a common sequence.',
  },
  'AUTH.TOO_YOUNG': {
    status: 400,
    vi: 'Thí sinh phải từ 7 tuổi trở lên. Hãy kiểm tra lại ngày sinh.',
    en: 'Participants must be at least 7 years old. Check the date of birth.',
  },
  'AUTH.GUARDIAN_NEEDED': {
    status: 400,
    vi: 'Thí sinh dưới 16 tuổi cần họ tên và sự đồng ý của cha mẹ hoặc người giám hộ.',
    en: 'Participants under 16 need the name and the consent of a parent or guardian.',
  },
  'AUTH.CONSENT_OUTDATED': {
    status: 409,
    vi: 'Nội dung đồng ý vừa được cập nhật. Hãy đọc lại và xác nhận.',
    en: 'The consent text has just been updated. Please read it again and confirm.',
  },
  'UNIT.NOT_FOUND': {
    status: 400,
    vi: 'Không tìm thấy đơn vị này. Hãy chọn lại đơn vị trong danh sách.',
    en: 'This unit was not found. Choose your unit from the list again.',
  },
  'UNIT.IMPORT_UNREADABLE': {
    status: 400,
    vi: 'Không đọc được tệp này. Hãy dùng tệp mẫu .xlsx và lưu lại từ Excel hoặc LibreOffice.',
    en: 'This file cannot be read. Use the .xlsx template and save it from Excel or LibreOffice.',
  },
  'CONTEST.SLUG_TAKEN': {
    status: 409,
    vi: 'Đường dẫn rút gọn này đã được dùng cho cuộc thi khác. Hãy chọn đường dẫn khác.',
    en: 'Another contest already uses this short address. Choose another.',
  },
  'CONTEST.NOT_FOUND': {
    status: 404,
    vi: 'Không tìm thấy cuộc thi này.',
    en: 'This contest was not found.',
  },
  'ROUND.NOT_FOUND': {
    status: 404,
    vi: 'Không tìm thấy đợt thi này.',
    en: 'This round was not found.',
  },
  'ROUND.NOT_OPEN': {
    status: 409,
    vi: 'Đợt thi chưa mở. Hãy quay lại vào giờ mở được ghi trên trang.',
    en: 'The round is not open yet. Come back at the opening time shown on the page.',
  },
  'ROUND.CLOSED': {
    status: 409,
    vi: 'Đợt thi đã đóng nên không thể bắt đầu lượt thi mới.',
    en: 'The round has closed, so no new attempt can be started.',
  },
  'ROUND.BANK_TOO_SMALL': {
    status: 409,
    vi: 'Ngân hàng câu hỏi chưa đủ cho ma trận đề: còn thiếu {missing} câu. Hãy giảm số câu hoặc thêm câu được duyệt.',
    en: 'The bank cannot feed this blueprint: {missing} items are missing. Lower the counts or approve more items.',
  },
  'ROUND.WRONG_STATE': {
    status: 409,
    vi: 'Không làm được việc này khi đợt thi đang ở trạng thái “{state}”. Hãy tải lại trang.',
    en: 'This cannot be done while the round is “{state}”. Reload the page.',
  },
  'ROUND.WINDOW_INVALID': {
    status: 400,
    vi: 'Giờ đóng phải sau giờ mở, và khoảng mở phải đủ dài cho một lượt thi.',
    en: 'The closing time must be after the opening time, with room for one attempt.',
  },
  ...admissionErrors,
  'ATTEMPT.NOT_FOUND': {
    status: 404,
    vi: 'Không tìm thấy lượt thi này trong tài khoản của bạn.',
    en: 'This attempt was not found in your account.',
  },
  'ATTEMPT.AUTHOR_BARRED': {
    status: 403,
    vi: 'Bạn soạn câu hỏi trong ngân hàng của đợt thi này nên không dự thi được.',
    en: 'You write items in a bank of this round, so you cannot take part in it.',
  },
  'ATTEMPT.HELD_ELSEWHERE': {
    status: 409,
    vi: 'Bài thi này đang mở ở một thẻ hoặc thiết bị khác. Bạn có thể chuyển về đây; các câu đã lưu vẫn còn.',
    en: 'This attempt is open in another tab or on another device. You can continue here; saved answers are kept.',
  },
  'ATTEMPT.DEADLINE_PASSED': {
    status: 409,
    vi: 'Đã hết giờ làm bài. Các câu trả lời đã lưu trước hạn vẫn được tính.',
    en: 'Time is up. The answers saved before the deadline count.',
  },
  'ATTEMPT.ALREADY_SUBMITTED': {
    status: 409,
    vi: 'Bài thi đã được nộp nên không thể thay đổi nữa.',
    en: 'The attempt has been submitted and cannot be changed any more.',
  },
  'ATTEMPT.UNKNOWN_OPTION': {
    status: 400,
    vi: 'Phương án gửi lên không thuộc câu hỏi này. Hãy tải lại trang để tiếp tục.',
    en: 'The chosen option does not belong to this item. Reload the page to continue.',
  },
  'ATTEMPT.SEQUENCE_REUSED': {
    status: 409,
    vi: 'Câu trả lời này trùng số thứ tự với câu đã lưu. Hãy tải lại trang để đồng bộ.',
    en: 'This answer reuses the number of another saved answer. Reload the page to synchronise.',
  },
  'ATTEMPT.RESULT_NOT_YET': {
    status: 409,
    vi: 'Chưa có kết quả vì bài thi chưa được nộp.',
    en: 'There is no result yet because the attempt has not been submitted.',
  },
  'ITEM.NOT_FOUND': {
    status: 404,
    vi: 'Không tìm thấy câu hỏi này.',
    en: 'This item was not found.',
  },
  'ITEM.INVALID': {
    status: 400,
    vi: 'Câu hỏi chưa hợp lệ. Hãy sửa những chỗ được nêu rồi lưu lại.',
    en: 'The item is not valid yet. Correct what is named and save again.',
  },
  'ITEM.CHANGED_MEANWHILE': {
    status: 409,
    vi: 'Người khác vừa sửa câu hỏi này. Hãy mở lại để xem thay đổi rồi sửa tiếp; nội dung bạn đang viết vẫn còn trên màn hình.',
    en: 'Somebody else has just changed this item. Open it again to see the change; what you wrote is still on your screen.',
  },
  'ITEM.ACT_NOT_ALLOWED': {
    status: 409,
    vi: 'Việc này không làm được khi câu hỏi ở trạng thái hiện tại.',
    en: 'This cannot be done to the item in its present state.',
  },
  'ITEM.SECOND_PERSON_NEEDED': {
    status: 409,
    vi: 'Người viết không tự duyệt câu hỏi của mình. Hãy nhờ một người khác duyệt.',
    en: 'Authors do not approve their own items. Ask another person to approve it.',
  },
  'BANK.NOT_FOUND': {
    status: 404,
    vi: 'Không tìm thấy ngân hàng câu hỏi này trong quyền của bạn.',
    en: 'This bank was not found among those that you may use.',
  },
  'DOCUMENT.NOT_FOUND': {
    status: 404,
    vi: 'Không tìm thấy văn bản này.',
    en: 'This document was not found.',
  },
  'DOCUMENT.CIRCLE': {
    status: 409,
    vi: 'Văn bản không thể tự thay thế chính nó, trực tiếp hay qua các văn bản khác.',
    en: 'A document cannot replace itself, directly or through others.',
  },
  'SUBTOPIC.IN_USE': {
    status: 409,
    vi: 'Chủ đề con này còn câu hỏi hoặc chủ đề con khác. Hãy chuyển chúng đi trước.',
    en: 'This subtopic still has items or subtopics. Move them first.',
  },
  'EDIT.NOT_FOUND': {
    status: 404,
    vi: 'Không tìm thấy lần sửa hàng loạt này.',
    en: 'This bulk edit was not found.',
  },
  'EDIT.ALREADY_UNDONE': {
    status: 409,
    vi: 'Lần sửa này đã được hoàn tác.',
    en: 'This edit has been undone already.',
  },
  'UPLOAD.MISSING': {
    status: 400,
    vi: 'Chưa có tệp nào được gửi lên. Hãy chọn một tệp.',
    en: 'No file was sent. Choose a file.',
  },
  'UPLOAD.TOO_LARGE': {
    status: 413,
    vi: 'Tệp lớn hơn {megabytes} MB. Hãy chia thành nhiều tệp nhỏ hơn. Chưa có gì được nhập.',
    en: 'The file is larger than {megabytes} MB. Split it into smaller files. Nothing was imported.',
  },
  'UPLOAD.UNKNOWN_FORMAT': {
    status: 400,
    vi: 'Không nhận ra định dạng của tệp. Hãy dùng Word .docx, Excel .xlsx, CSV, GIFT, Aiken, Moodle XML, QTI, Kahoot hoặc tệp câu hỏi của Thi Số.',
    en: 'The format of the file was not recognised. Use Word .docx, Excel .xlsx, CSV, GIFT, Aiken, Moodle XML, QTI, Kahoot or a file of items of Thi Số.',
  },
  'UPLOAD.OLD_OFFICE': {
    status: 400,
    vi: 'Đây là tệp Office kiểu cũ (.doc, .xls). Hãy mở bằng Word hoặc Excel và lưu lại thành .docx hoặc .xlsx.',
    en: 'This is an old Office file (.doc, .xls). Open it in Word or Excel and save it as .docx or .xlsx.',
  },
  'UPLOAD.MACROS': {
    status: 400,
    vi: 'Tệp có chứa macro nên bị từ chối. Hãy lưu lại thành .docx hoặc .xlsx không có macro.',
    en: 'The file contains macros and was refused. Save it as .docx or .xlsx without macros.',
  },
  'UPLOAD.ENCRYPTED': {
    status: 400,
    vi: 'Tệp được đặt mật khẩu nên không đọc được. Hãy bỏ mật khẩu rồi gửi lại.',
    en: 'The file is protected by a password and cannot be read. Remove the password and send it again.',
  },
  'UPLOAD.ARCHIVE_REFUSED': {
    status: 400,
    vi: 'Tệp nén ra quá lớn hoặc có cấu trúc đáng ngờ nên bị từ chối. Chưa có gì được nhập.',
    en: 'The file unpacks to too much or has a suspicious structure and was refused. Nothing was imported.',
  },
  'UPLOAD.ENTITIES': {
    status: 400,
    vi: 'Tệp XML có khai báo thực thể hoặc DTD nên bị từ chối vì lý do an toàn.',
    en: 'The XML file declares entities or a DTD and was refused for safety.',
  },
  'UPLOAD.ENCODING': {
    status: 400,
    vi: 'Không nhận ra bảng mã tiếng Việt của tệp. Hãy lưu lại dưới dạng UTF-8 rồi gửi lại.',
    en: 'The Vietnamese encoding of the file was not recognised. Save it as UTF-8 and send it again.',
  },
  'UPLOAD.UNREADABLE': {
    status: 400,
    vi: 'Không đọc được tệp: {reason}. Tệp có thể bị hỏng hoặc chưa lưu xong.',
    en: 'The file cannot be read: {reason}. It may be damaged or not fully saved.',
  },
  'UPLOAD.NO_ITEMS': {
    status: 400,
    vi: 'Không tìm thấy câu hỏi nào trong tệp. Hãy xem tệp mẫu để biết cách trình bày.',
    en: 'No items were found in the file. See the template for how to write them.',
  },
  'UPLOAD.TOO_MANY_ROWS': {
    status: 400,
    vi: 'Tệp có hơn {limit} câu hỏi. Hãy chia thành nhiều tệp.',
    en: 'The file has more than {limit} items. Split it into several files.',
  },
  'UPLOAD.TOOK_TOO_LONG': {
    status: 400,
    vi: 'Đọc tệp mất quá nhiều thời gian hoặc bộ nhớ nên đã dừng. Chưa có gì được nhập.',
    en: 'Reading the file took too much time or memory and was stopped. Nothing was imported.',
  },
  'MEDIA.REFUSED': {
    status: 400,
    vi: 'Chỉ nhận ảnh PNG, JPEG, WebP, GIF và âm thanh MP3, OGG, WAV, M4A. Không nhận SVG.',
    en: 'Only PNG, JPEG, WebP and GIF images and MP3, OGG, WAV and M4A sounds are taken. SVG is not.',
  },
  'MEDIA.NOT_FOUND': {
    status: 404,
    vi: 'Không tìm thấy ảnh hoặc âm thanh này.',
    en: 'This image or sound was not found.',
  },
  'IMPORT.NOT_FOUND': {
    status: 404,
    vi: 'Không tìm thấy lần nhập này.',
    en: 'This import was not found.',
  },
  'IMPORT.WRONG_STATE': {
    status: 409,
    vi: 'Việc này không làm được khi lần nhập đang ở trạng thái hiện tại.',
    en: 'This cannot be done to the import in its present state.',
  },
  'IMPORT.NOTHING_CHOSEN': {
    status: 409,
    vi: 'Chưa chọn câu hỏi nào để nhập.',
    en: 'No items have been chosen to import.',
  },
  'IMPORT.CLASS_NEEDED': {
    status: 409,
    vi: 'Có {count} câu chưa rõ chủ đề hoặc mức độ. Hãy chọn chủ đề và mức độ chung cho những câu này.',
    en: '{count} items do not say their topic or level. Choose a topic and a level for them.',
  },
  'IMPORT.INTERRUPTED': {
    status: 409,
    vi: 'Máy chủ dừng giữa chừng nên lần nhập này chưa xong. Chưa có câu hỏi nào được nhập; hãy làm lại.',
    en: 'The server stopped half-way, so this import was not finished. No items were imported; do it again.',
  },
  'PAPER.NOT_FOUND': {
    status: 404,
    vi: 'Không tìm thấy đề in này.',
    en: 'This printed paper was not found.',
  },
  'PAPER.BANK_TOO_SMALL': {
    status: 409,
    vi: 'Ngân hàng còn thiếu {missing} câu so với ma trận đề. Hãy giảm số câu, chọn thêm ngân hàng hoặc duyệt thêm câu.',
    en: 'The banks are {missing} items short of the blueprint. Lower the counts, choose more banks or approve more items.',
  },
  'PRACTICE.CARD_NOT_FOUND': {
    status: 404,
    vi: 'Câu luyện tập này đã được trả lời hoặc không còn. Hãy lấy câu khác.',
    en: 'This practice item has been answered or is no more. Take another one.',
  },
  'PERSON.NOT_FOUND': {
    status: 404,
    vi: 'Không tìm thấy tài khoản này.',
    en: 'This account was not found.',
  },
  'PERSON.LAST_ADMINISTRATOR': {
    status: 409,
    vi: 'Đây là quản trị viên cuối cùng nên không thể đổi vai trò.',
    en: 'This is the last administrator, so the role cannot be changed.',
  },
  ...winnersErrors,
  ...rulebookErrors,
  ...classroomErrors,
  ...proofErrors,
  ...bundleErrors,
} as const satisfies Record<string, ErrorText>

export type ErrorCode = keyof typeof errors

/** A problem ready to send: the sentences of the code with its params filled in. */
export function problemOf(
  code: ErrorCode,
  params?: Record<string, string | number>,
  fields?: Problem['fields'],
): Problem {
  const text: ErrorText = errors[code]
  const fill = (sentence: string) => sentence.replace(/\{(\w+)\}/g, (_, key: string) => String(params?.[key] ?? ''))
  return {
    type: `urn:thi-so:problem:${code.toLowerCase()}`,
    title: fill(text.en),
    status: text.status,
    code,
    messages: { vi: fill(text.vi), en: fill(text.en) },
    ...(params ? { params } : {}),
    ...(fields ? { fields } : {}),
  }
}
