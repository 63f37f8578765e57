/** Refusals on the way from standings to prizes; spread into `errors`. */
export const winnersErrors = {
  'WINNER.NOT_FOUND': {
    status: 404,
    vi: 'Không tìm thấy người đoạt giải này.',
    en: 'This winner was not found.',
  },
  'WINNER.NO_RESULTS': {
    status: 409,
    vi: 'Chưa có kết quả để xét giải. Hãy chốt kết quả trước; chưa có gì thay đổi.',
    en: 'There are no results to propose winners from. Finalise the results first; nothing was changed.',
  },
  'WINNER.RESULTS_NOT_FINAL': {
    status: 409,
    vi: 'Kết quả còn tạm tính nên chưa đề xuất, chưa xem danh tính ai. Hãy công bố kết quả trước; chưa có gì thay đổi.',
    en: 'The results are still provisional, so nobody is proposed or identified yet. Publish the results first; nothing was changed.',
  },
  'WINNER.OUTDATED': {
    status: 409,
    vi: 'Sau khi ký đã có thay đổi: danh sách này chưa công bố được. Hãy cập nhật danh sách và ký lại; chưa có gì được công bố.',
    en: 'Something changed after the signatures, so this list cannot be published. Update it and sign again; nothing was published.',
  },
  'WINNER.OTHER_PERSON_NEEDED': {
    status: 409,
    vi: 'Bạn là người đề nghị. Việc này cần một người khác trong ban tổ chức xác nhận; đề nghị của bạn vẫn được giữ.',
    en: 'You asked for this. Another organizer has to confirm it; your request stands.',
  },
  'WINNER.CHANGED_MEANWHILE': {
    status: 409,
    vi: 'Danh sách vừa thay đổi do người khác thao tác. Hãy xem lại danh sách mới rồi thực hiện; việc của bạn chưa được ghi.',
    en: 'Somebody else has just changed the list. Look at it again and repeat; your act was not recorded.',
  },
  'WINNER.WRONG_STATE': {
    status: 409,
    vi: 'Việc này không làm được ở trạng thái hiện tại của người đoạt giải hoặc danh sách. Hãy tải lại trang.',
    en: 'This cannot be done in the present state of the winner or the list. Reload the page.',
  },
  'WINNER.REASON_NEEDED': {
    status: 400,
    vi: 'Danh sách đã có chữ ký nên cần nêu lý do khi thay đổi. Sau đó hai người phải ký xác nhận lại.',
    en: 'The list has been signed, so changing it needs a reason. Two people then have to sign again.',
  },
  'WINNER.NOT_READY': {
    status: 409,
    vi: 'Chưa ký được danh sách này: còn việc phải xong trước, xem phần “Việc còn lại”. Chưa có gì thay đổi.',
    en: 'The list cannot be signed yet: something has to be finished first, see “What is left”. Nothing was changed.',
  },
  'WINNER.OTHER_SIGNER_NEEDED': {
    status: 409,
    vi: 'Bạn đã ký danh sách này. Chữ ký thứ hai phải của một người khác trong ban tổ chức.',
    en: 'You have signed this list. The second signature must be another organizer’s.',
  },
  'WINNER.NAME_FIXED': {
    status: 409,
    vi: 'Danh sách đã công bố nên chỉ còn chuyển sang tên viết tắt được. Muốn ghi đầy đủ, hãy liên hệ ban tổ chức.',
    en: 'The list has been published, so the name can only be shortened now. To be named in full, contact the organizers.',
  },
  'WINNER.GUARDIAN_NEEDED': {
    status: 409,
    vi: 'Bạn dưới 16 tuổi nên cần cha mẹ hoặc người giám hộ đồng ý (ghi ở trang tài khoản) mới công bố đầy đủ họ tên.',
    en: 'You are under 16: your full name needs the consent of a parent or guardian, recorded on your account page.',
  },
  'ROSTER.REASON_NEEDED': {
    status: 400,
    vi: 'Đợt thi đầu tiên đã mở nên xác nhận sĩ số lúc này cần nêu lý do; kết quả sẽ ghi là xác nhận muộn.',
    en: 'The first round has opened, so confirming a roster now needs a reason; the results will say that it came late.',
  },
  'COLLECTIVE.PLAN_IMPOSSIBLE': {
    status: 409,
    vi: 'Cơ cấu giải tập thể này không thực hiện được. Hãy sửa các ô được đánh dấu; chưa có gì được lưu.',
    en: 'This plan of collective prizes cannot be kept. Correct the marked fields; nothing was saved.',
  },
  'COLLECTIVE.AMENDMENT_NEEDED': {
    status: 409,
    vi: 'Đã có người dự thi nên cơ cấu giải tập thể chỉ đổi được bằng đề nghị có lý do và một người khác duyệt. Chưa có gì thay đổi.',
    en: 'People have taken part, so the plan of collective prizes only changes by an amendment with a reason and a second approver. Nothing was changed.',
  },
  'COLLECTIVE.LIST_SIGNED': {
    status: 409,
    vi: 'Danh sách giải tập thể đã có chữ ký nên cơ cấu giải và sĩ số không đổi được nữa. Chưa có gì thay đổi.',
    en: 'The list of collective prizes has been signed, so neither its plan nor rosters change any more. Nothing was changed.',
  },
  'CERTIFICATE.NOT_FOUND': {
    status: 404,
    vi: 'Không có giấy chứng nhận nào mang mã này. Hãy kiểm tra lại từng ký tự; mã gồm 13 chữ và số.',
    en: 'No certificate has this code. Check each character; a code has 13 letters and digits.',
  },
} as const
