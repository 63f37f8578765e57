/** What is refused about cases. */
export const caseErrors = {
  'CASE.NOT_FOUND': {
    status: 404,
    vi: 'Không tìm thấy vụ việc này. Có thể hồ sơ đã được xóa theo thời hạn lưu.',
    en: 'This case was not found. It may have been deleted on its day.',
  },
  'CASE.MOVED_ON': {
    status: 409,
    vi: 'Vụ việc vừa có bước mới. Chưa có gì thay đổi vì bạn; hãy tải lại trang rồi xem tiếp.',
    en: 'The case has just moved on. Nothing was changed by you; reload the page and look again.',
  },
  'CASE.WRONG_STATE': {
    status: 409,
    vi: 'Bước này chưa đến lượt hoặc đã làm rồi. Chưa có gì thay đổi; hãy tải lại trang.',
    en: 'This step is not due, or has been done. Nothing was changed; reload the page.',
  },
  'CASE.OWN_UNIT': {
    status: 403,
    vi: 'Vụ việc này thuộc đơn vị của bạn hoặc đơn vị cấp trên, cấp dưới của bạn, nên bạn không xem xét được. Hãy chuyển cho người của đơn vị khác.',
    en: 'This case is of your own unit, or of one above or below it, so you cannot look into it. Leave it to somebody of another unit.',
  },
  'CASE.ABOUT_YOURSELF': {
    status: 403,
    vi: 'Vụ việc này nói về chính bạn nên bạn không xem xét được.',
    en: 'This case is about yourself, so you cannot look into it.',
  },
  'CASE.RECUSED': {
    status: 403,
    vi: 'Bạn đã xin rút khỏi vụ việc này nên không tham gia tiếp.',
    en: 'You have stepped back from this case and take no further part in it.',
  },
  'CASE.SECOND_PERSON_NEEDED': {
    status: 409,
    vi: 'Người đề nghị không tự phê duyệt. Hãy nhờ một người khác trong ban tổ chức.',
    en: 'Who proposed it does not approve it. Ask another organizer.',
  },
  'CASE.FRESH_EYES_NEEDED': {
    status: 409,
    vi: 'Bạn đã tham gia giải quyết vụ việc này nên không xét khiếu nại. Cần hai người trong ban tổ chức chưa tham gia; quản trị viên có thể thêm người.',
    en: 'You took part in this case, so you do not hear the appeal. Two organizers who took no part are needed; an administrator can add people.',
  },
  'CASE.HEARING_RUNS': {
    status: 409,
    vi: 'Thí sinh còn hạn trình bày đến {at}. Hãy chờ câu trả lời hoặc chờ hết hạn; lúc này chỉ có thể đề nghị kết luận không vi phạm.',
    en: 'The person may answer until {at}. Wait for the answer or for that moment; until then only clearing can be proposed.',
  },
  'CASE.NOT_HEARD': {
    status: 409,
    vi: 'Thí sinh chưa được hỏi. Hãy báo cho thí sinh và chờ trình bày; lúc này chỉ có thể đề nghị kết luận không vi phạm.',
    en: 'The person has not been heard. Tell them and wait for the answer; until then only clearing can be proposed.',
  },
  'CASE.ROUND_OPEN': {
    status: 409,
    vi: 'Đợt thi chưa kết thúc hẳn nên chưa thể cho xem bài. Hãy báo cho thí sinh sau khi đợt thi đóng.',
    en: 'The round is not over, so papers cannot be shown yet. Tell the person once the round has closed.',
  },
  'CASE.GROUND_UNFIT': {
    status: 400,
    vi: 'Lý do không hợp với kết luận. Không vi phạm hoặc chưa đủ căn cứ thì kết luận là không vi phạm; các lý do khác thì không.',
    en: 'The ground does not fit the decision. No breach and not proven clear a person; the other grounds do not.',
  },
  'CASE.HARSHER': {
    status: 400,
    vi: 'Khiếu nại không làm nặng thêm. Hãy giữ nguyên hoặc chọn kết luận nhẹ hơn.',
    en: 'An appeal never makes it worse. Keep the decision or choose a milder one.',
  },
  'CASE.TOO_LATE': {
    status: 409,
    vi: 'Đã hết hạn lúc {at} nên chưa ghi nhận được. Nội dung bạn viết vẫn còn trên thiết bị này; hãy liên hệ ban tổ chức.',
    en: 'The time was over at {at}, so it was not taken. What you wrote is still on this device; contact the organizers.',
  },
  'CASE.ATTEMPT_UNFIT': {
    status: 400,
    vi: 'Lượt thi này không thuộc đợt thi hoặc chưa nộp. Hãy chọn lại.',
    en: 'This attempt does not belong to the round, or has not been submitted. Choose again.',
  },
} as const
