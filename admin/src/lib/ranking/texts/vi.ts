export const vi = {
  seconds: 'giây',
  presets: 'Lấy nhanh một thứ tự thường gặp:',
  preset: {
    'prediction-then-earliest': 'Đúng → dự đoán → nộp sớm',
    'fastest-then-earliest': 'Đúng → nhanh → nộp sớm',
    'fastest-then-prediction': 'Đúng → nhanh → dự đoán',
  },
  chain: 'Xét lần lượt',
  by: {
    points: 'Điểm',
    'right-items': 'Số câu đúng',
    'prediction-error': 'Dự đoán gần đúng',
    'time-used': 'Thời gian làm bài',
    'submitted-at': 'Nộp sớm',
    'attempt-count': 'Ít lượt thi',
    draw: 'Bốc thăm công khai',
  },
  each: 'làm tròn mỗi',
  bucket: '{{name}}: coi như bằng nhau trong cùng khoảng',
  up: 'Chuyển lên: {{name}}',
  down: 'Chuyển xuống: {{name}}',
  leaveOut: 'Bỏ: {{name}}',
}
