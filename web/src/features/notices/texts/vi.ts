export default {
  title: 'Thông báo',
  lead: 'Những gì hệ thống báo riêng cho bạn.',
  empty: 'Chưa có thông báo nào',
  emptyText: 'Khi có thay đổi về lượt thi, kết quả hay giải thưởng của bạn, thông báo sẽ nằm ở đây.',
  toHome: 'Về trang chủ',
  list: 'Các thông báo, mới nhất ở trên',
  unread: 'Mới',
  open: 'Xem',
  openNamed: 'Xem: {{sentence}}',
  pages: 'Các trang thông báo',
  sentence: {
    'clock-credit':
      '{{round}}: bạn được cộng thêm {{time}} làm bài để bù lại lúc hệ thống gặp sự cố. Những gì bạn đã trả lời vẫn còn nguyên.',
    'attempt-added': '{{round}}: sự cố đã làm gián đoạn bài của bạn, nên bạn được thi thêm một lượt.',
    'round-paused':
      '{{round}} đang tạm dừng. Những gì bạn đã trả lời vẫn an toàn và thời gian tạm dừng không tính vào giờ làm bài.',
    'round-resumed': '{{round}} tiếp tục. Đợt thi đóng lúc {{at}}.',
    'round-extended': '{{round}} được gia hạn đến {{at}}.',
    'rules-amended':
      '{{round}}: thể lệ được sửa đổi. Lý do: {{reason}} Lượt thi đã bắt đầu trước đó vẫn theo thể lệ cũ.',
    'result-moved': '{{round}}: kết quả được tính lại, bạn từ hạng {{before}} chuyển sang hạng {{after}}.',
    'result-stays': '{{round}}: kết quả được tính lại, bạn vẫn ở hạng {{after}}.',
    'result-gained': '{{round}}: kết quả được tính lại, bạn nay có hạng {{after}}.',
    'result-lost': '{{round}}: kết quả được tính lại, bạn không còn được xếp hạng (trước đó là hạng {{before}}).',
    'result-scored': '{{round}}: kết quả của bạn được tính lại.',
    'points-moved': 'Điểm của bạn từ {{before}} thành {{after}}.',
    'points-stay': 'Điểm của bạn giữ nguyên: {{after}}.',
    'result-reason': 'Lý do: {{reason}}',
    'case-hearing':
      '{{round}}: ban tổ chức muốn nghe bạn nói về lượt thi của bạn. Đây chưa phải là kết luận. Hãy xem và trả lời trước {{at}}.',
    'case-decided': '{{round}}: vụ việc về lượt thi của bạn đã có kết luận.',
    'case-decided-until': '{{round}}: vụ việc về lượt thi của bạn đã có kết luận. Bạn có thể khiếu nại đến {{at}}.',
    'case-appeal-answered': '{{round}}: khiếu nại của bạn về vụ việc đã có trả lời.',
    'complaint-answered': '{{round}}: đơn phúc khảo của bạn đã có trả lời.',
    'prize-identity-needed':
      '{{contest}}: bạn được đề nghị trao {{tier}}. Hãy xác nhận thông tin cá nhân để ban tổ chức công nhận giải.',
    'prize-identity-needed-until':
      '{{contest}}: bạn được đề nghị trao {{tier}}. Hãy xác nhận thông tin cá nhân trước {{at}} để ban tổ chức công nhận giải.',
    'prize-confirmed': '{{contest}}: bạn được công nhận đạt {{tier}}. Chúc mừng bạn!',
    'prize-moved': '{{contest}}: giải của bạn thay đổi, từ {{before}} thành {{after}}.',
    'prize-lost': '{{contest}}: bạn không còn {{before}}.',
    'certificate-withdrawn': '{{contest}}: giấy chứng nhận {{before}} của bạn bị thu hồi; giải vẫn giữ nguyên.',
    qualified: 'Bạn đã vượt qua {{fromRound}} và được vào {{round}}.',
    'item-ruled':
      'Câu {{code}} bạn viết: {{held}} trong {{round}}. Lý do: {{reason}} Hãy sửa câu trong ngân hàng trước khi dùng lại.',
    'new-device':
      'Tài khoản của bạn vừa đăng nhập trên một thiết bị mới: {{device}}. Nếu không phải bạn, hãy mở trang cá nhân, đăng xuất thiết bị đó và đổi mật khẩu.',
  },
  ruling: {
    key: 'đáp án đã bị sửa',
    'also-right': 'đã chấp nhận thêm đáp án đúng',
    strike: 'câu đã bị loại',
    'all-right': 'đã tính đúng cho mọi người',
  },
  tier: {
    first: 'giải Nhất',
    second: 'giải Nhì',
    third: 'giải Ba',
    consolation: 'giải Khuyến khích',
  },
}
