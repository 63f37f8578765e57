/** What is next with a round, and the pages where it is done. */
export const road = {
  step: {
    move: { title: 'Đặt lại giờ mở và giờ đóng', text: '', act: 'Sửa giờ' },
    feed: { title: 'Ngân hàng chưa đủ câu cho ma trận', text: '', act: 'Sửa ma trận' },
    publish: { title: 'Xem lại, diễn tập rồi công bố', text: '', act: '' },
    wait: {
      title: 'Đợt thi đã công bố, đang chờ mở',
      text: 'Tự mở lúc {{opensAt}} và tự đóng lúc {{closesAt}}. Còn sửa thẳng được cho đến khi có người bắt đầu.',
      act: '',
    },
    watch: { title: 'Đợt thi đang mở', text: 'Tự đóng lúc {{closesAt}}.', act: 'Theo dõi trực tiếp' },
    resume: {
      title: 'Đợt thi đang tạm dừng',
      text: 'Chưa ai bắt đầu lượt mới được và đồng hồ mọi bài đứng yên, cho đến khi bạn cho chạy tiếp.',
      act: 'Tới đồng hồ để chạy tiếp',
    },
    ending: {
      title: 'Đợt thi đã đóng: chờ những bài cuối',
      text: 'Bài đang làm được chấm hết trước {{readyAt}}; sau đó chốt kết quả được.',
      act: 'Xem số liệu',
    },
    close: {
      title: 'Đợt thi đã đóng: chốt kết quả',
      text: 'Mọi bài đã nộp. Chốt là chấm lại từ đầu và lưu một bảng kết quả không đổi nữa; chưa ai thấy cho đến khi công bố.',
      act: 'Chốt kết quả',
    },
    rulings: {
      title: 'Có quyết định chờ người thứ hai duyệt',
      text: 'Một đề nghị về câu hỏi hoặc thí sinh đang chờ. Xem trước ai đổi điểm rồi duyệt hay từ chối.',
      act: 'Xem đề nghị',
    },
    draw: {
      title: 'Kết quả tạm: còn người đồng hạng, cần bốc thăm',
      text: 'Công bố danh sách và nguồn số ngẫu nhiên trước, rồi nhập số khi có; ai cũng kiểm tra lại được.',
      act: 'Tới bốc thăm',
    },
    publishResults: {
      title: 'Kết quả tạm: xem phân tích câu hỏi rồi công bố',
      text: 'Câu nào bị nghi sai đáp án thì sửa trước khi công bố; sau đó thí sinh có hạn gửi phúc khảo.',
      act: 'Tới kết quả để công bố',
    },
    complaints: {
      title: 'Trả lời đơn phúc khảo',
      text: 'Kết quả đã công bố. Còn {{count}} đơn chờ trả lời.',
      act: 'Trả lời đơn',
    },
    prizes: {
      title: 'Kết quả đã công bố: xét giải',
      text: 'Lập danh sách, đối chiếu danh tính, hai người ký, rồi công bố và trao giải.',
      act: 'Xét giải',
    },
  },
  part: {
    label: 'Các trang của đợt thi',
    waiting: '{{count}} chờ',
    monitor: { name: 'Theo dõi trực tiếp', text: 'Ai đang làm, số bài nộp, sự cố.' },
    figures: { name: 'Số liệu đợt thi', text: 'Số lượt, số người, theo đơn vị.' },
    clock: { name: 'Đồng hồ', text: 'Tạm dừng, gia hạn, bù giờ khi sự cố.' },
    credit: { name: 'Đồng hồ', text: 'Bù giờ cho sự cố, trước khi công bố kết quả.' },
    entrants: { name: 'Danh sách', text: 'Ai được dự đợt này.' },
    rehearsal: { name: 'Diễn tập', text: 'Thử với số người dự kiến: bài trọn điểm, đồng hạng, tải lúc mở.' },
    rulebook: { name: 'Thể lệ', text: 'Bản thể lệ của cuộc thi, sinh từ thiết lập.' },
    amend: { name: 'Sửa thể lệ', text: 'Đề nghị, có lý do và người thứ hai duyệt.' },
    standings: { name: 'Bảng xếp hạng', text: 'Mọi thí sinh theo thứ hạng, xuất tệp.' },
    results: { name: 'Kết quả', text: 'Chốt, bốc thăm, quyết định, công bố.' },
    complaints: { name: 'Phúc khảo', text: 'Đơn của thí sinh và câu trả lời.' },
    cases: { name: 'Vụ việc', text: 'Lượt thi cần hỏi: nghe thí sinh, hai người kết luận.' },
    winners: { name: 'Người đoạt giải', text: 'Danh sách giải, ký, trao giải.' },
    signals: { name: 'Dấu hiệu', text: 'Bài giống nhau, trả lời nhanh lạ, câu có thể đã lộ.' },
    analysis: { name: 'Phân tích câu hỏi', text: 'Câu dễ, câu khó, đáp án đáng ngờ.' },
  },
}
