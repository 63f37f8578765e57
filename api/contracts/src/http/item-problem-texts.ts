import type { ItemProblem, ItemProblemCode } from '../vocab/index.js'

/** What is wrong with an item, in sentences; `{detail}` is filled from the problem. */
export const itemProblemTexts: Record<ItemProblemCode, { vi: string; en: string }> = {
  stem_missing: { vi: 'Thiếu câu dẫn.', en: 'The stem is missing.' },
  too_few_options: {
    vi: 'Cần ít nhất {detail} phương án hoặc ý.',
    en: 'At least {detail} options or parts are needed.',
  },
  too_many_options: { vi: 'Tối đa {detail} phương án hoặc ý.', en: 'At most {detail} options or parts are allowed.' },
  option_empty: { vi: 'Phương án hoặc ý thứ {detail} còn trống.', en: 'Option or part {detail} is empty.' },
  options_equal: { vi: 'Có hai phương án giống nhau: “{detail}”.', en: 'Two options are equal: “{detail}”.' },
  key_missing: { vi: 'Chưa có đáp án.', en: 'There is no key.' },
  key_out_of_range: { vi: 'Đáp án không ứng với phương án nào. {detail}', en: 'The key points to no option. {detail}' },
  several_keys: {
    vi: 'Có nhiều phương án được đánh dấu đúng ({detail}); hãy chọn một, hoặc đổi sang dạng nhiều lựa chọn đúng.',
    en: 'Several options are marked as right ({detail}); choose one, or change the type to several right.',
  },
  accepted_missing: { vi: 'Chưa có câu trả lời được chấp nhận.', en: 'There is no accepted answer.' },
  number_missing: { vi: 'Đáp án không phải là một số. {detail}', en: 'The key is not a number. {detail}' },
  text_too_long: { vi: 'Nội dung quá dài ({detail}).', en: 'A text is too long ({detail}).' },
  stepped_needs_four: {
    vi: 'Cách chấm theo bậc cần đúng bốn ý. Hãy thêm bớt ý hoặc đổi cách chấm.',
    en: 'Stepped grading needs exactly four statements. Add or remove some, or change the grading.',
  },
  translation_mismatch: {
    vi: 'Bản tiếng Anh còn thiếu hoặc không khớp số phương án.',
    en: 'The English version is incomplete or has another number of options.',
  },
  validity_reversed: {
    vi: 'Ngày hết hiệu lực đứng trước ngày bắt đầu.',
    en: 'The last day of validity is before the first.',
  },
  topic_unknown: { vi: 'Không rõ chủ đề “{detail}”.', en: 'The topic “{detail}” is not known.' },
  level_unknown: { vi: 'Không rõ mức độ “{detail}”.', en: 'The level “{detail}” is not known.' },
  type_unknown: {
    vi: 'Dạng câu hỏi “{detail}” không dùng được ở đây.',
    en: 'Items of the type “{detail}” cannot be used here.',
  },
  points_out_of_range: { vi: 'Điểm “{detail}” không hợp lệ.', en: 'The points “{detail}” are not valid.' },
  formula_cell: {
    vi: 'Ô {detail} chứa công thức. Hãy thay bằng giá trị.',
    en: 'Cell {detail} holds a formula. Replace it by its value.',
  },
  media_missing: {
    vi: 'Không tìm thấy ảnh hoặc âm thanh “{detail}”.',
    en: 'The picture or sound “{detail}” was not found.',
  },
  media_refused: {
    vi: 'Ảnh hoặc âm thanh “{detail}” không thuộc loại được nhận.',
    en: 'The picture or sound “{detail}” is not of a kind that is taken.',
  },
  unreadable: { vi: 'Không đọc được đoạn này: {detail}', en: 'This part cannot be read: {detail}' },
  code_taken: {
    vi: 'Mã “{detail}” đã có; câu hỏi sẽ nhận mã mới.',
    en: 'The code “{detail}” is taken; the item gets a new one.',
  },
  topic_assumed: { vi: 'Tệp không ghi chủ đề.', en: 'The file does not say the topic.' },
  level_assumed: { vi: 'Tệp không ghi mức độ.', en: 'The file does not say the level.' },
  document_unknown: {
    vi: 'Nguồn “{detail}” chưa có trong sổ văn bản; được giữ dưới dạng ghi chú.',
    en: 'The source “{detail}” is not in the register; it is kept as a note.',
  },
  markup_removed: {
    vi: 'Đã bỏ nội dung không dùng được: {detail}.',
    en: 'What cannot be used was taken out: {detail}.',
  },
  part_ignored: {
    vi: 'Phần này của tệp không được nhập: {detail}.',
    en: 'This part of the file is not taken: {detail}.',
  },
  key_from_marking: {
    vi: 'Đáp án được suy ra từ định dạng ({detail}); hãy kiểm tra lại.',
    en: 'The key was told by formatting only ({detail}); please check it.',
  },
  near_duplicate: { vi: 'Gần giống “{detail}”.', en: 'Nearly the same as “{detail}”.' },
}

/** The sentences of one problem. */
export function itemProblemText({ code, detail }: ItemProblem): { vi: string; en: string } {
  const text = itemProblemTexts[code]
  return {
    vi: text.vi.replace('{detail}', detail).trim(),
    en: text.en.replace('{detail}', detail).trim(),
  }
}
