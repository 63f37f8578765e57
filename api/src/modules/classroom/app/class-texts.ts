import type { Locale, ProgressTrend } from '@thiso/contracts/vocab'

/** Words of the document about a class; what the sheets say too stands in `report-texts.ts`. */
interface ClassTexts {
  title: string
  facts: Record<'className' | 'schoolYear' | 'pupils' | 'lessons' | 'share' | 'deleteOn', string>
  noPupils: string
  noLessons: string
  classChart: string
  lessonAxis: string
  shareAxis: string
  lessons: string
  lesson: string
  /** Of a lesson in which nobody of the list played, or of a pupil who did not. */
  away: string
  pupils: string
  here: string
  right: string
  share: string
  trendNote: string
  matrix: string
  matrixNote: string
  part: (from: number, to: number) => string
  ways: string
  waysNote: string
  way: (figures: { share: string; right: string; here: string; trend: string }) => string
  wayUnknown: string
  class: string
}

export const CLASS_TEXTS: Record<Locale, ClassTexts> = {
  vi: {
    title: 'TIẾN BỘ CỦA LỚP',
    facts: {
      className: 'Lớp',
      schoolYear: 'Năm học',
      pupils: 'Số học sinh',
      lessons: 'Số buổi chơi đã kết thúc',
      share: 'Tỷ lệ đúng cả năm',
      deleteOn: 'Ngày xóa dữ liệu',
    },
    noPupils: 'Lớp chưa có học sinh.',
    noLessons: 'Lớp chưa có buổi chơi nào đã kết thúc.',
    classChart: 'Tỷ lệ đúng của cả lớp qua các buổi (%)',
    lessonAxis: 'Buổi',
    shareAxis: 'Tỷ lệ đúng (%)',
    lessons: 'Các buổi chơi',
    lesson: 'Buổi',
    away: 'vắng',
    pupils: 'Từng học sinh',
    here: 'Có mặt',
    right: 'Câu đúng',
    share: 'Tỷ lệ đúng',
    trendNote:
      'Xu hướng so trung bình các buổi gần nhất với các buổi ngay trước đó, nhiều nhất ba buổi mỗi bên. Lệch dưới 10% coi là giữ mức.',
    matrix: 'Từng học sinh qua từng buổi',
    matrixNote: 'Số ở đầu cột là số của buổi trong bảng “Các buổi chơi”. Tỷ lệ đúng tính trên các câu đã hỏi bạn ấy.',
    part: (from, to) => (from === to ? `Buổi ${from}` : `Buổi ${from} đến ${to}`),
    ways: 'Đường tiến bộ của từng học sinh',
    waysNote: 'Mỗi biểu đồ có đường của một học sinh và đường của cả lớp; buổi vắng không có điểm.',
    way: ({ share, right, here, trend }) =>
      `Cả năm đúng ${share} (${right} câu), có mặt ${here} buổi. Xu hướng: ${trend}.`,
    wayUnknown: 'Chưa có câu nào được hỏi.',
    class: 'Cả lớp',
  },
  en: {
    title: 'PROGRESS OF THE CLASS',
    facts: {
      className: 'Class',
      schoolYear: 'School year',
      pupils: 'Pupils',
      lessons: 'Lessons that have ended',
      share: 'Share right over the year',
      deleteOn: 'Data deleted on',
    },
    noPupils: 'The class has no pupils yet.',
    noLessons: 'No lesson of the class has ended yet.',
    classChart: 'Share right of the class in each lesson (%)',
    lessonAxis: 'Lesson',
    shareAxis: 'Share right (%)',
    lessons: 'Lessons',
    lesson: 'No.',
    away: 'away',
    pupils: 'Pupil by pupil',
    here: 'Present',
    right: 'Right',
    share: 'Share right',
    trendNote:
      'The trend compares the mean of the latest lessons with those just before them, at most three on each side. Less than 10% apart counts as steady.',
    matrix: 'Each pupil in each lesson',
    matrixNote:
      'The number above a column is that of the lesson in the table “Lessons”. Shares are of the items that were put to the pupil.',
    part: (from, to) => (from === to ? `Lesson ${from}` : `Lessons ${from} to ${to}`),
    ways: 'The way of each pupil',
    waysNote: 'Each plot has the line of one pupil and that of the class; a lesson that was missed has no point.',
    way: ({ share, right, here, trend }) =>
      `Over the year ${share} right (${right} items), present in ${here} lessons. Trend: ${trend}.`,
    wayUnknown: 'Nothing has been asked yet.',
    class: 'Whole class',
  },
}

/** A sign beside the word, to be found at a glance. */
export const TREND_SIGNS: Record<ProgressTrend, string> = { up: '↑', down: '↓', even: '→', unknown: '' }
