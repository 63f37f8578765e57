export default {
  privacy: {
    title: 'Quyền riêng tư',
    lead: 'Hệ thống lưu gì về bạn, để làm gì, trong bao lâu, và bạn có quyền gì.',
  },
  guide: {
    title: 'Hướng dẫn dự thi',
    lead: 'Đọc trong hai phút, trước khi đồng hồ chạy.',
  },
  toData: 'Xem và tải dữ liệu của tôi',
  toHome: 'Xem đợt thi đang mở',
}
