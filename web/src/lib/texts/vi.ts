export default {
  loading: 'Đang tải',
  network: {
    offline: 'Không kết nối được máy chủ. Kiểm tra mạng rồi thử lại; những gì đã lưu vẫn an toàn.',
    timeout: 'Máy chủ trả lời quá lâu. Mạng có thể đang yếu, hãy thử lại; những gì đã lưu vẫn an toàn.',
    unreadable:
      'Câu trả lời nhận được không phải từ hệ thống này. Nếu dùng Wi-Fi công cộng, hãy đăng nhập Wi-Fi trước.',
  },
  unexpected: 'Trang gặp trục trặc. Những gì đã lưu vẫn an toàn; hãy tải lại trang.',
  problemTitle: 'Chưa mở được trang này',
  retry: 'Thử lại',
  toHome: 'Về trang chủ',
  unit: {
    label: 'Đơn vị',
    hint: 'Trường, xã phường hoặc cơ quan của bạn. Gõ không dấu cũng được.',
    placeholder: 'Gõ tên đơn vị',
  },
  topic: {
    concepts: 'Khái niệm, nhận thức về chuyển đổi số',
    'national-policy': 'Chủ trương, chính sách quốc gia',
    'digital-government': 'Chính quyền số, dịch vụ công',
    'digital-economy': 'Kinh tế số',
    'digital-society': 'Xã hội số',
    'cyber-safety': 'An toàn trên mạng',
    'quang-nam': 'Chuyển đổi số ở Quảng Nam',
    'youth-union': 'Đoàn Thanh niên với chuyển đổi số',
  },
  roundState: {
    draft: 'Đang chuẩn bị',
    scheduled: 'Sắp mở',
    open: 'Đang mở',
    closed: 'Đã đóng',
  },
  board: {
    rank: 'Hạng',
    tied: 'Đồng hạng',
    you: 'Bạn',
    points: 'điểm',
    right: 'câu đúng',
    timeUsed: 'làm trong {{time}}',
    rankSaid: 'Hạng {{rank}}',
    rankTiedSaid: 'Hạng {{rank}}, đồng hạng',
  },
}
