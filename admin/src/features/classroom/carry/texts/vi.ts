export const vi = {
  title: 'Mang kết quả về',
  lessons: 'Buổi chơi',
  lead: 'Buổi đã chơi trên một máy tính không có Internet: chọn tệp kết quả của buổi đó để đưa về đây.',
  classLabel: 'Đưa vào lớp',
  classHint:
    'Học sinh được ghép với danh sách lớp theo tên. Buổi không thuộc lớp nào thì vẫn có báo cáo, nhưng không vào bảng tiến bộ.',
  byFile: 'Theo lớp ghi trong tệp, nếu là lớp của bạn',
  file: 'Tệp kết quả',
  fileHint:
    'Tệp .json tải từ trang báo cáo của buổi, trên máy đã tổ chức. Tệp có tên học sinh: hãy xóa khỏi USB sau khi nhận xong.',
  choose: 'Chọn tệp',
  drop: 'hoặc thả tệp vào đây',
  reading: 'Đang nhận {{name}}…',
  results: 'Các tệp vừa chọn',
  taken: 'Đã nhận “{{title}}”',
  takenText: '{{seats}} tham gia, chơi ngày {{played}}. Dữ liệu tự xóa ngày {{deleteOn}}.',
  takenOfClass: '{{seats}} tham gia, lớp {{name}}, chơi ngày {{played}}. Dữ liệu tự xóa ngày {{deleteOn}}.',
  seats_other: '{{count}} người',
  known: '“{{title}}” đã có ở đây',
  knownText: 'Tệp này đã được nhận trước đó, nên không thêm lần nữa và không có gì thay đổi.',
  refused: 'Chưa nhận được tệp {{name}}',
  open: 'Mở báo cáo',
}
