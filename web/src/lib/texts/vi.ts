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
}
