/** See `paper-notice.ts`. */
export const PAPER_NOTICE_VI = [
  'Trong lúc làm bài, hệ thống ghi lại: từng lần trả lời và đổi câu trả lời; lúc rời trang hoặc chuyển sang cửa sổ khác và bao lâu; lúc dán hoặc sao chép chữ (chỉ đếm số ký tự, không lưu nội dung); lúc thoát toàn màn hình nếu đợt thi đề nghị; lúc cửa sổ đổi cỡ nhiều; thiết bị và mạng lúc bắt đầu, và lúc bài được mở trên thiết bị hoặc mạng khác (mạng lúc bắt đầu và mạng khác đều ở dạng rút gọn, không phải địa chỉ của máy); đồng hồ máy lệch nhiều so với máy chủ.',
  'Để làm gì: phát hiện gian lận và giữ công bằng cho mọi người. Riêng những ghi chép này không quyết định điều gì: máy tắt màn hình, có người gọi, đi mở cửa là chuyện bình thường. Chỉ khi có thêm dấu hiệu thuộc loại khác, người của ban tổ chức mới xem xét, và bạn được nêu ý kiến trước khi họ kết luận.',
  'Không ghi: hình ảnh, âm thanh, vị trí, phím gõ, trang web khác, danh tính của máy. Bạn xem được toàn bộ ghi chép của mình ở trang kết quả sau khi nộp. Ghi chép bị xoá 90 ngày sau khi công bố kết quả, chậm nhất 180 ngày sau khi đợt thi đóng.',
] as const
