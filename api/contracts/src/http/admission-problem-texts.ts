/** Refusals about taking part, about amending rules and about acts on the clock. */
export const admissionErrors = {
  'ROUND.RULES_IMPOSSIBLE': {
    status: 400,
    vi: 'Có quy định không thực hiện được. Chưa có gì thay đổi; hãy sửa các mục được đánh dấu.',
    en: 'Some rules cannot be kept. Nothing was changed; correct the marked fields.',
  },
  'CONTEST.RULES_IMPOSSIBLE': {
    status: 400,
    vi: 'Có quy định của cuộc thi không thực hiện được. Chưa có gì thay đổi; hãy sửa các mục được đánh dấu.',
    en: 'Some rules of the contest cannot be kept. Nothing was changed; correct the marked fields.',
  },
  'ROUND.NOT_ELIGIBLE': {
    status: 409,
    vi: 'Bạn chưa dự được đợt thi này: {reasonVi}. Nếu thông tin tài khoản chưa đúng, hãy sửa hoặc báo ban tổ chức.',
    en: 'You cannot take part in this round: {reasonEn}. If your account is not right, correct it or tell the organizers.',
  },
  'ROUND.AMENDMENT_NEEDED': {
    status: 409,
    vi: 'Đã có người dự thi: quy định chỉ đổi được bằng đề nghị sửa thể lệ có người thứ hai duyệt, giờ đóng lùi lại bằng việc gia hạn; ma trận đề, ngân hàng và giờ mở giữ nguyên. Chưa có gì thay đổi.',
    en: 'People have taken part: rules only change by an amendment with a second approver, a later end by extending the round; blueprint, banks and opening stay. Nothing was changed.',
  },
  'ROUND.AWAITED': {
    status: 409,
    vi: 'Đợt “{round}” lấy người từ đợt này nên chưa xoá được. Chưa có gì thay đổi; hãy đổi cách vào của đợt đó trước.',
    en: 'Round “{round}” takes its people from this one, so it cannot be deleted. Nothing was changed; change how people enter that round first.',
  },
  'ROUND.NOT_PAUSED': {
    status: 409,
    vi: 'Đợt thi không tạm dừng. Hãy tải lại trang.',
    en: 'The round is not paused. Reload the page.',
  },
  'ROUND.RESULTS_PUBLISHED': {
    status: 409,
    vi: 'Kết quả của đợt thi đã công bố nên việc này không làm được nữa.',
    en: 'The results of this round are published, so this cannot be done any more.',
  },
  'AMENDMENT.NOT_FOUND': {
    status: 404,
    vi: 'Không tìm thấy đề nghị sửa thể lệ này.',
    en: 'This amendment was not found.',
  },
  'AMENDMENT.NOT_NEEDED': {
    status: 409,
    vi: 'Chưa có ai dự thi nên có thể sửa thẳng, không cần đề nghị.',
    en: 'Nobody has taken part yet, so the rules can be changed at once without an amendment.',
  },
  'AMENDMENT.CHANGES_NOTHING': {
    status: 400,
    vi: 'Đề nghị không thay đổi quy định nào.',
    en: 'The amendment changes no rule.',
  },
  'AMENDMENT.NOT_OWN': {
    status: 409,
    vi: 'Chỉ người đã đề nghị mới rút lại được. Bạn có thể từ chối đề nghị này.',
    en: 'Only whoever proposed an amendment can withdraw it. You can reject it.',
  },
  'AMENDMENT.PENDING': {
    status: 409,
    vi: 'Đã có một đề nghị sửa thể lệ đang chờ duyệt. Hãy duyệt, từ chối hoặc rút đề nghị đó trước.',
    en: 'Another amendment is waiting. Approve, reject or withdraw it first.',
  },
  'AMENDMENT.OWN': {
    status: 409,
    vi: 'Người đề nghị không tự duyệt được. Cần một người khác trong ban tổ chức.',
    en: 'Whoever proposed an amendment cannot decide on it. Another organizer is needed.',
  },
  'AMENDMENT.DECIDED': {
    status: 409,
    vi: 'Đề nghị này đã được quyết định hoặc rút lại. Hãy tải lại trang.',
    en: 'This amendment has been decided or withdrawn. Reload the page.',
  },
  'AMENDMENT.OUTDATED': {
    status: 409,
    vi: 'Quy định đã thay đổi sau khi đề nghị được gửi, hoặc đợt thi đã đóng. Hãy từ chối và gửi đề nghị mới.',
    en: 'The rules have changed since this was proposed, or the round has closed. Reject it and propose anew.',
  },
  'ENTRANT.NOT_FOUND': {
    status: 404,
    vi: 'Người này không có trong danh sách.',
    en: 'This person is not on the list.',
  },
  'ENTRANT.HAS_STARTED': {
    status: 409,
    vi: 'Người này đã dự thi nên không gỡ khỏi danh sách được.',
    en: 'This person has taken part and cannot be taken off the list.',
  },
  'CREDIT.INTERVAL_INVALID': {
    status: 400,
    vi: 'Khoảng thời gian phải nằm trong đợt thi, bắt đầu trước khi kết thúc và không vượt quá hiện tại.',
    en: 'The interval must lie within the round, begin before it ends and not reach into the future.',
  },
  'CREDIT.OTHER': {
    status: 409,
    vi: 'Mã này đã được dùng cho một lần bù giờ khác. Hãy tải lại trang.',
    en: 'This id has been used for another credit. Reload the page.',
  },
} as const
