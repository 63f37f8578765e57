import type { Locale, RoundRules } from '../vocab/index.js'

/** How papers of a round are protected, one sentence each; none where they are not. */
export function protectionLines(protection: RoundRules['protection'], locale: Locale): string[] {
  return LINES.flatMap(([name, vi, en]) => (protection[name] ? [locale === 'vi' ? vi : en] : []))
}

const LINES: readonly (readonly [keyof RoundRules['protection'], vi: string, en: string])[] = [
  ['watermark', 'Mã của lượt thi được in mờ trên đề.', 'The code of the attempt lies faintly across the paper.'],
  [
    'copyGuard',
    'Chữ trong đề không bôi đen và sao chép bằng tay được.',
    'The text of the paper cannot be marked and copied by hand.',
  ],
  [
    'fullScreen',
    'Thí sinh được đề nghị làm bài ở chế độ toàn màn hình; lúc thoát ra được ghi lại. Máy không có chế độ này vẫn làm bài bình thường.',
    'Full screen is asked for; leaving it is noted. Devices without it go on as usual.',
  ],
  [
    'safeBrowser',
    'Bài chỉ làm được bằng phần mềm Safe Exam Browser với cấu hình do ban tổ chức phát.',
    'The paper opens only in the Safe Exam Browser with the settings that the organizers hand out.',
  ],
]
