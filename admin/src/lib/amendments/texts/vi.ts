export const vi = {
  before: 'Trước',
  after: 'Sau',
  title: 'Những gì sẽ đổi',
  nothing: 'Chưa có gì thay đổi. Hãy sửa các mục ở trên; mỗi thay đổi hiện ở đây.',
  count_other: '{{count}} quy định thay đổi',
  public: 'Khi được duyệt, phần này hiện công khai trên trang thể lệ.',
  reason: 'Lý do',
  reasonHint: 'Ít nhất 10 ký tự; hiện công khai cùng thay đổi.',
  reasonShort: 'Viết lý do ít nhất 10 ký tự.',
  noChange: 'Chưa có quy định nào thay đổi.',
  send: 'Gửi đề nghị sửa',
  done: 'Đã gửi đề nghị; cần người thứ hai duyệt.',
  pendingTitle: 'Đang có một đề nghị chờ duyệt',
  pendingText:
    'Mỗi lúc chỉ có một đề nghị cho một đợt hoặc cho cả cuộc thi. Hãy duyệt, từ chối hoặc rút đề nghị đó trước.',
  toPending: 'Xem đề nghị',
  kept: 'Lượt thi đã bắt đầu vẫn theo quy định cũ.',
}
