export const itemVi = {
  // Rich text
  enlarge: 'Phóng to hình',
  picture: 'Hình',
  larger: 'To hơn',
  smaller: 'Nhỏ lại',
  recording: 'Đoạn ghi âm',
  table: 'Bảng, kéo ngang để xem hết',
  formula: 'Công thức, kéo ngang để xem hết',
  newTab: 'mở ở thẻ mới',

  // Playing
  hint: {
    'single-choice': '',
    'multiple-choice': 'Chọn tất cả phương án bạn cho là đúng.',
    'true-false': 'Phát biểu này đúng hay sai?',
    'true-false-group': 'Chọn Đúng hoặc Sai cho từng ý.',
    'short-text': 'Gõ câu trả lời ngắn. Viết hoa hay viết thường đều được.',
    number: 'Nhập một số.',
    ordering: 'Xếp các mục theo đúng thứ tự: kéo, hoặc bấm mũi tên.',
    matching: 'Ghép mỗi ý với một lựa chọn.',
  },
  true: 'Đúng',
  false: 'Sai',
  saved: 'đã lưu',
  clear: 'Xóa lựa chọn',
  clearTyped: 'Xóa câu trả lời',
  chosenCount: (count: number) => `Đã chọn ${count} phương án`,
  enlargeOption: (letter: string) => `Phóng to hình của phương án ${letter}`,
  partsDone: (done: number, total: number) =>
    done === total ? `Đã trả lời đủ ${total} ý.` : `Đã trả lời ${done} trên ${total} ý.`,

  typed: 'Câu trả lời của bạn',
  typedNumber: 'Số của bạn',
  left: (count: number) => `Còn ${count} ký tự`,
  readAs: (numbers: readonly string[], unit: string) =>
    numbers.length > 1
      ? `Đọc là ${numbers.join(' hoặc ')}${unit ? ` ${unit}` : ''}: cách nào đúng cũng được tính.`
      : `Đọc là ${numbers[0]}${unit ? ` ${unit}` : ''}.`,
  unread: 'Chưa đọc được thành số. Chỉ viết chữ số, ví dụ 3,5 hoặc 1.200.',
  numberExample: 'Viết 3,5 hay 3.5 đều được.',

  place: (place: number, total: number) => `Vị trí ${place} trên ${total}`,
  drag: (text: string, place: number, total: number) =>
    `${text}: vị trí ${place} trên ${total}. Dùng phím mũi tên lên, xuống để chuyển chỗ`,
  up: 'Lên',
  down: 'Xuống',
  upOf: (text: string) => `Chuyển lên: ${text}`,
  downOf: (text: string) => `Chuyển xuống: ${text}`,
  movedTo: (text: string, place: number, total: number) => `${text}: nay ở vị trí ${place} trên ${total}.`,
  keepOrder: 'Giữ thứ tự này',
  orderBlank: 'Chưa trả lời. Nếu thứ tự đang đúng sẵn, bấm “Giữ thứ tự này”.',
  orderGiven: 'Thứ tự trên là câu trả lời của bạn.',

  choices: 'Các lựa chọn',
  unpaired: 'chưa ghép',
  pairedWith: (places: readonly number[]) => `đã ghép với ý ${places.join(', ')}`,
  pickFor: (place: number) => `Ghép ý ${place} với`,

  // Reviewing
  right: 'Trả lời đúng',
  partly: 'Đúng một phần',
  wrong: 'Chưa đúng',
  blank: 'Bỏ trống',
  gained: (share: string) => `được ${share} / 1 câu`,
  key: 'Đáp án',
  missed: 'Đáp án, bạn chưa chọn',
  yours: 'Bạn chọn',
  yoursTyped: 'Bạn viết',
  yoursPlaced: 'Bạn xếp',
  yoursPaired: 'Bạn ghép',
  nothing: 'bỏ trống',
  partRight: 'đúng',
  partWrong: 'chưa đúng',
  ruling: {
    key: 'Ban tổ chức đã sửa đáp án của câu này; điểm tính theo đáp án mới.',
    'also-right': 'Ban tổ chức chấp nhận thêm đáp án cho câu này.',
    strike: 'Ban tổ chức đã loại câu này; câu không tính cho ai.',
    'all-right': 'Ban tổ chức tính câu này đúng cho mọi người.',
  },
  explanation: 'Giải thích',
  sources: 'Nguồn',
}
