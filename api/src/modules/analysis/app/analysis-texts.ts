import {
  type AnalysedAttempts,
  type CognitiveLevel,
  type HeldRuling,
  type ItemWarningCode,
  type Locale,
  TOPIC_NAMES,
  type Topic,
} from '@thiso/contracts/vocab'

interface AnalysisTexts {
  title: string
  columns: Record<
    | 'code'
    | 'stem'
    | 'topic'
    | 'level'
    | 'served'
    | 'facility'
    | 'sd'
    | 'guess'
    | 'index'
    | 'efficiency'
    | 'itemRest'
    | 'itemTotal'
    | 'upperLower'
    | 'weight'
    | 'ruling'
    | 'warnings'
    | 'answers',
    string
  >
  key: string
  blank: string
  topics: Record<Topic, string>
  levels: Record<CognitiveLevel, string>
  warnings: Record<ItemWarningCode, string>
  rulings: Record<HeldRuling['kind'], string>
  attempts: Record<AnalysedAttempts, string>
}

/** The words of the exported table. */
export const TEXTS: Record<Locale, AnalysisTexts> = {
  vi: {
    title: 'Phân tích câu hỏi',
    columns: {
      code: 'Mã câu',
      stem: 'Câu hỏi',
      topic: 'Chủ đề',
      level: 'Mức độ',
      served: 'Số bài có câu này',
      facility: 'Độ dễ (%)',
      sd: 'Độ lệch chuẩn (%)',
      guess: 'Điểm đoán mò (%)',
      index: 'Độ phân biệt (%)',
      efficiency: 'Hiệu quả phân biệt (%)',
      itemRest: 'Tương quan với phần còn lại',
      itemTotal: 'Tương quan với tổng điểm',
      upperLower: 'Chênh lệch nhóm 27% cao – thấp',
      weight: 'Trọng số thực (%)',
      ruling: 'Quyết định',
      warnings: 'Cần xem',
      answers: 'Ai trả lời gì',
    },
    key: 'đáp án',
    blank: 'Bỏ trống',
    topics: TOPIC_NAMES.vi,
    levels: { recall: 'Nhận biết', understand: 'Thông hiểu', apply: 'Vận dụng', 'apply-high': 'Vận dụng cao' },
    warnings: {
      negative_item_rest: 'Người giỏi trả lời sai nhiều hơn: kiểm tra đáp án',
      wrong_answer_preferred: 'Nhóm giỏi chọn một phương án khác nhiều hơn đáp án: kiểm tra đáp án',
      too_hard: 'Quá khó',
      hard: 'Khó',
      not_discriminating: 'Không phân biệt được người giỏi và người yếu',
      weakly_discriminating: 'Phân biệt yếu',
      too_easy: 'Quá dễ',
      option_unused: 'Có phương án không ai chọn',
    },
    rulings: {
      key: 'Đã đổi đáp án, tính theo đáp án mới',
      'also-right': 'Thêm đáp án đúng, tính theo mọi đáp án đúng',
      strike: 'Đã loại, không có trong số liệu cả bài thi',
      'all-right': 'Tính đúng cho mọi người',
    },
    attempts: { counted: 'lượt được tính', first: 'lượt đầu', all: 'mọi lượt' },
  },
  en: {
    title: 'Item analysis',
    columns: {
      code: 'Code',
      stem: 'Stem',
      topic: 'Topic',
      level: 'Level',
      served: 'Papers with it',
      facility: 'Facility (%)',
      sd: 'Standard deviation (%)',
      guess: 'Random guess score (%)',
      index: 'Discrimination index (%)',
      efficiency: 'Discriminative efficiency (%)',
      itemRest: 'Item-rest correlation',
      itemTotal: 'Item-total correlation',
      upperLower: 'Upper less lower 27%',
      weight: 'Effective weight (%)',
      ruling: 'Ruling',
      warnings: 'To look at',
      answers: 'Who answers what',
    },
    key: 'key',
    blank: 'Blank',
    topics: TOPIC_NAMES.en,
    levels: { recall: 'Recall', understand: 'Understand', apply: 'Apply', 'apply-high': 'Apply (high)' },
    warnings: {
      negative_item_rest: 'Able people fail it more often: check the key',
      wrong_answer_preferred: 'The ablest choose another option more often than the key: check the key',
      too_hard: 'Too hard',
      hard: 'Hard',
      not_discriminating: 'Does not tell the able from the weak',
      weakly_discriminating: 'Discriminates weakly',
      too_easy: 'Too easy',
      option_unused: 'An option that nobody chooses',
    },
    rulings: {
      key: 'Key changed; by the new key',
      'also-right': 'Further answer right; by all right answers',
      strike: 'Struck out; in no figure of the whole',
      'all-right': 'Right for everybody',
    },
    attempts: { counted: 'counted attempts', first: 'first attempts', all: 'all attempts' },
  },
}
