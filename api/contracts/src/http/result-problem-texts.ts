/** What is refused about results, draws, rulings and complaints. */
export const resultErrors = {
  'RESULTS.NOT_FOUND': {
    status: 404,
    vi: 'Không tìm thấy phiên bản kết quả này.',
    en: 'This version of results was not found.',
  },
  'RESULTS.TOO_EARLY': {
    status: 409,
    vi: 'Đợt thi chưa kết thúc hẳn nên chưa chốt được kết quả. Hãy làm lại sau {at}.',
    en: 'The round is not over yet, so results cannot be made. Do it again after {at}.',
  },
  'RESULTS.ATTEMPTS_RUNNING': {
    status: 409,
    vi: 'Còn {count} lượt thi đang được khép lại. Chưa có gì thay đổi; hãy làm lại sau ít phút.',
    en: '{count} attempts are still being ended. Nothing has changed; do it again in a few minutes.',
  },
  'RESULTS.NOT_CLOSED': {
    status: 409,
    vi: 'Chưa chốt kết quả. Hãy chốt kết quả trước rồi làm tiếp.',
    en: 'Results have not been made yet. Make them first, then go on.',
  },
  'RESULTS.OUTDATED': {
    status: 409,
    vi: 'Đã có phiên bản kết quả mới hơn. Hãy tải lại trang, xem phiên bản mới rồi công bố.',
    en: 'There is a newer version of the results. Reload the page, look at it, then publish.',
  },
  'RESULTS.CREDIT_SINCE': {
    status: 409,
    vi: 'Sau phiên bản {number} đã có bù giờ nên kết quả này chưa tính tới. Chưa có gì thay đổi; hãy chốt lại kết quả rồi làm tiếp.',
    en: 'Time was credited after version {number}, which does not know of it. Nothing has changed; make the results again, then go on.',
  },
  'RESULTS.TIES_REMAIN': {
    status: 409,
    vi: 'Còn {count} người đồng hạng chưa bốc thăm. Hãy bốc thăm, hoặc xác nhận công bố với đồng hạng.',
    en: '{count} people share places and the draw has not been done. Do the draw, or confirm that places stay shared.',
  },
  'RESULTS.NO_TOTAL': {
    status: 409,
    vi: 'Thể lệ của cuộc thi này không tính tổng qua các đợt.',
    en: 'The rules of this contest have no running total over its rounds.',
  },
  'RESULTS.NOTHING_PUBLISHED': {
    status: 409,
    vi: 'Chưa đợt thi nào công bố kết quả nên chưa tính tổng được.',
    en: 'No round has published results yet, so there is nothing to add up.',
  },
  'RESULTS.ROUNDS_NOT_FINAL': {
    status: 409,
    vi: 'Còn đợt thi chưa công bố kết quả nên chưa công bố được tổng các đợt. Chưa có gì thay đổi.',
    en: 'A round has no published results yet, so the total of all rounds cannot be published. Nothing was changed.',
  },
  'RESULTS.TOTAL_OUTDATED': {
    status: 409,
    vi: 'Kết quả của một đợt đã thay đổi sau lần cộng tổng này. Hãy tính lại tổng rồi công bố; chưa có gì thay đổi.',
    en: 'The results of a round changed after this total was made. Make the total again, then publish; nothing was changed.',
  },
  'RULING.NOT_FOUND': { status: 404, vi: 'Không tìm thấy quyết định này.', en: 'This ruling was not found.' },
  'RULING.DECIDED': {
    status: 409,
    vi: 'Đề nghị này đã được quyết định. Hãy tải lại trang để xem.',
    en: 'This proposal has been decided already. Reload the page to see how.',
  },
  'RULING.SECOND_PERSON_NEEDED': {
    status: 409,
    vi: 'Người đề nghị không tự phê duyệt. Hãy nhờ một người khác trong ban tổ chức.',
    en: 'Who proposed it does not approve it. Ask another organizer.',
  },
  'RULING.ONLY_OWN': {
    status: 409,
    vi: 'Chỉ người đề nghị mới rút lại được. Bạn có thể bác đề nghị này.',
    en: 'Only who proposed it can withdraw it. You can reject it instead.',
  },
  'RULING.UNKNOWN_SUBJECT': {
    status: 400,
    vi: 'Câu hỏi hoặc thí sinh này không thuộc đợt thi. Hãy chọn lại trong danh sách.',
    en: 'This item or person does not belong to the round. Choose from the list again.',
  },
  'RULING.KEY_MISMATCH': {
    status: 400,
    vi: 'Đáp án mới không hợp với dạng câu hỏi. Hãy chọn lại đáp án.',
    en: 'The new key does not fit the type of the item. Choose the key again.',
  },
  'RULING.REASON_NEEDED': {
    status: 400,
    vi: 'Hãy ghi lý do khi bác đề nghị.',
    en: 'Give a reason for rejecting it.',
  },
  'DRAW.NOT_NEEDED': {
    status: 409,
    vi: 'Không còn ai hay đơn vị nào bằng nhau mà thể lệ giao cho bốc thăm.',
    en: 'Nobody and no unit shares a place that the rules leave to a draw.',
  },
  'DRAW.UNITS_NOT_FINAL': {
    status: 409,
    vi: 'Còn đợt thi chưa công bố kết quả nên số liệu của các đơn vị còn thay đổi. Hãy bốc thăm sau khi mọi đợt đã công bố kết quả; chưa có gì thay đổi.',
    en: 'A round has no published results yet, so the figures of the units still change. Do the draw once every round has them; nothing was changed.',
  },
  'DRAW.WRONG_STATE': {
    status: 409,
    vi: 'Bước này của việc bốc thăm đã làm rồi hoặc chưa đến lượt. Hãy tải lại trang.',
    en: 'This step of the draw has been done, or is not due yet. Reload the page.',
  },
  'DRAW.TOO_SOON': {
    status: 400,
    vi: 'Thời điểm lấy số ngẫu nhiên phải ở tương lai, để khi danh sách được công bố chưa ai biết kết quả.',
    en: 'The randomness must be of a future moment, so that nobody knows it when the list is published.',
  },
  'DRAW.NOT_DUE': {
    status: 409,
    vi: 'Chưa đến thời điểm đã công bố ({at}). Việc bốc thăm chờ đến lúc đó.',
    en: 'The named moment has not come yet ({at}). The draw waits for it.',
  },
  'DRAW.WRONG_SIGNATURE': {
    status: 400,
    vi: 'Chữ ký này không phải của vòng {round} của đèn hiệu công khai. Hãy chép lại từ trang của đèn hiệu.',
    en: 'This is not the signature of round {round} of the public beacon. Copy it from the beacon again.',
  },
  'DRAW.NOT_NUMBERS': {
    status: 400,
    vi: 'Chỉ nhập các số của kết quả xổ số, cách nhau bằng dấu cách; không nhập tên giải.',
    en: 'Enter only the numbers of the lottery, with spaces between them; no names of prizes.',
  },
  'DRAW.SECOND_PERSON_NEEDED': {
    status: 409,
    vi: 'Người đã nhập không tự xác nhận. Hãy nhờ một người khác trong ban tổ chức nhập lại.',
    en: 'Who entered it does not confirm it. Ask another organizer to enter it again.',
  },
  'DRAW.ENTRIES_DIFFER': {
    status: 409,
    vi: 'Hai lần nhập không giống nhau. Hãy so với nguồn công khai; người nhập đầu có thể nhập lại.',
    en: 'The two entries differ. Compare them with the public source; the first person may enter it again.',
  },
  'DRAW.LIST_LATER': {
    status: 409,
    vi: 'Danh sách bốc thăm được công bố cùng nguồn ngẫu nhiên, khi ban tổ chức bắt đầu bốc thăm. Hãy xem lại sau.',
    en: 'The list of a draw is published together with its source, when the organizers begin the draw. Look again later.',
  },
  'COMPLAINT.NOT_FOUND': { status: 404, vi: 'Không tìm thấy đơn phúc khảo này.', en: 'This complaint was not found.' },
  'COMPLAINT.NOT_TAKEN': {
    status: 409,
    vi: 'Hiện không nhận phúc khảo cho đợt thi này: chưa công bố kết quả hoặc đã hết hạn.',
    en: 'Complaints about this round are not taken now: results are not published yet, or the time is over.',
  },
  'COMPLAINT.ALREADY_OPEN': {
    status: 409,
    vi: 'Bạn đã gửi phúc khảo cho phần này và đang được xem xét.',
    en: 'You have a complaint about this already, and it is being looked at.',
  },
  'COMPLAINT.UNKNOWN_PLACE': {
    status: 400,
    vi: 'Đề thi này không có câu có số thứ tự đó.',
    en: 'This paper has no item of that number.',
  },
  'COMPLAINT.WRONG_STATE': {
    status: 409,
    vi: 'Đơn phúc khảo này đã được trả lời hoặc đã rút. Hãy tải lại trang.',
    en: 'This complaint has been answered or withdrawn. Reload the page.',
  },
  'COMPLAINT.RULING_UNFIT': {
    status: 409,
    vi: 'Quyết định này chưa được phê duyệt, hoặc không nói về câu hỏi hay thí sinh của đơn. Hãy chọn quyết định khác; chưa đơn nào được trả lời.',
    en: 'This ruling has not been approved, or is about another item or person than the complaint. Choose another one; no complaint was answered.',
  },
  'COMPLAINT.OUTCOME_NEEDED': {
    status: 400,
    vi: 'Hãy ghi câu trả lời cho thí sinh (ít nhất 5 ký tự).',
    en: 'Write the answer for the contestant (at least 5 characters).',
  },
} as const
