import type { ItemBody, ItemDraft } from '@thiso/contracts/vocab'

/** One item of each type, as examples in the sheet that people fill in. */

const example = (body: ItemBody, explanation: string, rest: Partial<ItemDraft> = {}): ItemDraft => ({
  code: '',
  body,
  explanation,
  translations: {},
  topic: 'concepts',
  level: 'recall',
  points: 1,
  intendedDifficulty: null,
  tags: [],
  competences: [],
  facts: [],
  sources: [],
  exclusionGroup: '',
  variantGroup: '',
  validFrom: null,
  validTo: null,
  ...rest,
})

export const TEMPLATE_ITEMS: readonly ItemDraft[] = [
  example(
    {
      type: 'single-choice',
      stem: 'Ngày Chuyển đổi số quốc gia là ngày nào?',
      options: ['10 tháng 10', '2 tháng 9', '19 tháng 5', '26 tháng 3'],
      key: 0,
    },
    'Quyết định số 505/QĐ-TTg lấy ngày 10 tháng 10 hằng năm làm Ngày Chuyển đổi số quốc gia.',
    {
      topic: 'national-policy',
      sources: [{ document: '505/QĐ-TTg', locator: 'Điều 1', url: '', role: 'basis' }],
      tags: ['ngày 10/10'],
    },
  ),
  example(
    {
      type: 'multiple-choice',
      stem: 'Những việc nào giúp tài khoản của bạn an toàn hơn?',
      options: [
        'Dùng mật khẩu riêng cho mỗi tài khoản',
        'Bật xác thực hai lớp',
        'Gửi mã OTP cho người gọi điện tự xưng là nhân viên ngân hàng',
        'Cập nhật phần mềm khi có bản mới',
      ],
      keys: [0, 1, 3],
      grading: 'partial',
    },
    'Mã OTP chỉ để chính chủ dùng; không cơ quan nào gọi điện để hỏi mã này.',
    { topic: 'cyber-safety', level: 'understand' },
  ),
  example(
    {
      type: 'true-false',
      stem: 'Chữ ký số giúp người nhận biết văn bản có bị sửa sau khi ký hay không.',
      isTrue: true,
    },
    'Chỉ cần một ký tự thay đổi, việc kiểm tra chữ ký sẽ báo không hợp lệ.',
  ),
  example(
    {
      type: 'true-false-group',
      stem: 'Về ba trụ cột của chuyển đổi số, mỗi ý sau đúng hay sai?',
      statements: [
        { text: 'Chính phủ số là một trụ cột.', isTrue: true },
        { text: 'Kinh tế số là một trụ cột.', isTrue: true },
        { text: 'Xã hội số là một trụ cột.', isTrue: true },
        { text: 'Mạng xã hội là một trụ cột.', isTrue: false },
      ],
      grading: 'stepped',
    },
    'Ba trụ cột là chính phủ số, kinh tế số và xã hội số.',
    { level: 'understand' },
  ),
  example(
    {
      type: 'short-text',
      stem: 'Ứng dụng định danh điện tử quốc gia có tên là gì?',
      accepted: ['VNeID'],
      ignoresDiacritics: true,
    },
    'VNeID do Bộ Công an phát triển.',
    { topic: 'digital-government' },
  ),
  example(
    {
      type: 'number',
      stem: 'Một kilôbyte theo hệ nhị phân bằng bao nhiêu byte?',
      value: 1024,
      tolerance: 0,
      unit: 'byte',
    },
    'Theo hệ nhị phân, 1 kilôbyte = 2¹⁰ byte.',
    { level: 'apply' },
  ),
  example(
    {
      type: 'ordering',
      stem: 'Sắp xếp các bước nộp hồ sơ trực tuyến theo đúng thứ tự.',
      entries: ['Đăng nhập', 'Chọn thủ tục', 'Điền thông tin và đính kèm giấy tờ', 'Nộp và nhận mã hồ sơ'],
      grading: 'all-or-nothing',
    },
    '',
    { topic: 'digital-government', level: 'apply' },
  ),
  example(
    {
      type: 'matching',
      stem: 'Ghép mỗi việc với công cụ phù hợp.',
      pairs: [
        { prompt: 'Soạn văn bản', choice: 'Phần mềm soạn thảo' },
        { prompt: 'Tính lương theo bảng', choice: 'Bảng tính' },
        { prompt: 'Họp từ xa', choice: 'Phần mềm họp trực tuyến' },
      ],
      distractors: ['Phần mềm diệt vi-rút'],
      grading: 'partial',
    },
    '',
    { topic: 'digital-society', level: 'understand' },
  ),
]
