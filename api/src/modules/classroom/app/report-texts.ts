import {
  LESSON_MODE_NAMES,
  type LessonMode,
  type Locale,
  type ProgressTrend,
  TOPIC_NAMES,
  type Topic,
} from '@thiso/contracts/vocab'

/** Words of the files about a lesson and a class. */
interface ReportTexts {
  report: string
  facts: Record<'className' | 'mode' | 'played' | 'seats' | 'asked' | 'meanRight' | 'deleteOn' | 'carriedIn', string>
  trends: Record<ProgressTrend, string>
  carriedIn: string
  noClass: string
  modes: Readonly<Record<LessonMode, string>>
  topics: Record<Topic, string>
  sheets: Record<'summary' | 'items' | 'pupils' | 'topics' | 'progress' | 'lessons' | 'results', string>
  items: Record<
    | 'place'
    | 'section'
    | 'kind'
    | 'stem'
    | 'answered'
    | 'right'
    | 'seats'
    | 'share'
    | 'time'
    | 'wrong'
    | 'wrongCount'
    | 'answers'
    | 'difficulty'
    | 'note',
    string
  >
  kinds: Record<'item' | 'poll' | 'word-cloud', string>
  skipped: string
  notPlayed: string
  pupils: Record<'rank' | 'name' | 'team' | 'right' | 'answered' | 'share' | 'points' | 'time' | 'note', string>
  removed: string
  place: (place: number) => string
  topic: string
  number: string
  hardest: string
  hardestNote: string
  shareChart: string
  topicChart: string
  allKnown: string
  misconceptions: string
  opinions: string
  chosenBy: (count: number) => string
  progress: string
  progressNote: string
  before: string
  now: string
  change: string
  classMean: string
  classNote: (day: string) => string
  privacy: (day: string) => string
  nobody: string
  date: string
  lesson: string
  total: string
  joined: string
  trend: string
}

export const REPORT_TEXTS: Record<Locale, ReportTexts> = {
  vi: {
    report: 'BÁO CÁO BUỔI CHƠI',
    facts: {
      className: 'Lớp',
      mode: 'Cách chơi',
      played: 'Thời gian',
      seats: 'Số người chơi',
      asked: 'Số câu tính điểm',
      meanRight: 'Tỷ lệ đúng chung',
      deleteOn: 'Ngày xóa dữ liệu',
      carriedIn: 'Nơi chơi',
    },
    carriedIn: 'Trên máy khác, kết quả được mang về bằng tệp',
    noClass: 'Không theo lớp',
    trends: { up: 'tăng', down: 'giảm', even: 'giữ mức', unknown: 'cần thêm buổi' },
    modes: LESSON_MODE_NAMES.vi,
    topics: TOPIC_NAMES.vi,
    sheets: {
      summary: 'Tổng quan',
      items: 'Câu hỏi',
      pupils: 'Học sinh',
      topics: 'Chủ đề',
      progress: 'Tiến bộ',
      lessons: 'Buổi chơi',
      results: 'Kết quả',
    },
    items: {
      place: 'Câu',
      section: 'Phần',
      kind: 'Loại',
      stem: 'Nội dung',
      answered: 'Đã trả lời',
      right: 'Đúng',
      seats: 'Số người chơi',
      share: 'Tỷ lệ đúng',
      time: 'Thời gian trung bình (giây)',
      wrong: 'Câu trả lời sai chọn nhiều nhất',
      wrongCount: 'Số người chọn',
      answers: 'Các câu trả lời',
      difficulty: 'Thứ tự khó (1: khó nhất)',
      note: 'Ghi chú',
    },
    kinds: { item: 'Câu hỏi', poll: 'Bình chọn', 'word-cloud': 'Đám mây từ' },
    skipped: 'Đã bỏ, không tính',
    notPlayed: 'Chưa chơi',
    pupils: {
      rank: 'Hạng',
      name: 'Tên',
      team: 'Đội',
      right: 'Đúng',
      answered: 'Đã trả lời',
      share: 'Tỷ lệ đúng',
      points: 'Điểm',
      time: 'Thời gian trung bình (giây)',
      note: 'Ghi chú',
    },
    removed: 'Đã được mời ra khỏi buổi chơi',
    place: (place) => `Câu ${place}`,
    topic: 'Chủ đề',
    number: 'STT',
    hardest: 'Những câu khó nhất',
    hardestNote: 'Tỷ lệ đúng tính trên mọi người chơi có thể trả lời câu đó; không trả lời tính là chưa đúng.',
    shareChart: 'Tỷ lệ đúng của từng câu (%)',
    topicChart: 'Tỷ lệ đúng theo chủ đề',
    allKnown: 'Cả lớp làm đúng mọi câu.',
    misconceptions: 'Hiểu sai thường gặp',
    opinions: 'Bình chọn và đám mây từ',
    chosenBy: (count) => `${count} người chọn`,
    progress: 'Tiến bộ qua các buổi',
    progressNote: '“Trước đó” là tỷ lệ đúng của mọi câu đã hỏi ở các buổi chơi đã kết thúc của lớp trước buổi này.',
    before: 'Trước đó',
    now: 'Buổi này',
    change: 'Thay đổi (điểm %)',
    classMean: 'Cả lớp',
    classNote: (day) => `Tên và kết quả của học sinh trong lớp được xóa vào ngày ${day}. Không công bố danh sách này.`,
    privacy: (day) => `Có tên học sinh: chỉ dành cho giáo viên. Dữ liệu được xóa ngày ${day}.`,
    nobody: 'Không có ai chơi buổi này.',
    date: 'Ngày',
    lesson: 'Buổi chơi',
    total: 'Cả năm',
    joined: 'Số buổi tham gia',
    trend: 'Xu hướng',
  },
  en: {
    report: 'LESSON REPORT',
    facts: {
      className: 'Class',
      mode: 'Mode',
      played: 'Played',
      seats: 'Players',
      asked: 'Scored items',
      meanRight: 'Share right overall',
      deleteOn: 'Data deleted on',
      carriedIn: 'Where it was played',
    },
    carriedIn: 'On another computer; the results came in a file',
    noClass: 'No class',
    trends: { up: 'rising', down: 'falling', even: 'steady', unknown: 'needs more lessons' },
    modes: LESSON_MODE_NAMES.en,
    topics: TOPIC_NAMES.en,
    sheets: {
      summary: 'Summary',
      items: 'Items',
      pupils: 'Pupils',
      topics: 'Topics',
      progress: 'Progress',
      lessons: 'Lessons',
      results: 'Results',
    },
    items: {
      place: 'Item',
      section: 'Section',
      kind: 'Kind',
      stem: 'Text',
      answered: 'Answered',
      right: 'Right',
      seats: 'Players',
      share: 'Share right',
      time: 'Mean time (s)',
      wrong: 'Wrong answer chosen most',
      wrongCount: 'Chosen by',
      answers: 'Answers',
      difficulty: 'Difficulty (1: hardest)',
      note: 'Note',
    },
    kinds: { item: 'Item', poll: 'Poll', 'word-cloud': 'Word cloud' },
    skipped: 'Skipped, not counted',
    notPlayed: 'Not played',
    pupils: {
      rank: 'Rank',
      name: 'Name',
      team: 'Team',
      right: 'Right',
      answered: 'Answered',
      share: 'Share right',
      points: 'Points',
      time: 'Mean time (s)',
      note: 'Note',
    },
    removed: 'Removed from the lesson',
    place: (place) => `Item ${place}`,
    topic: 'Topic',
    number: 'No.',
    hardest: 'Hardest items',
    hardestNote: 'Shares are of everybody who could answer the item; no answer counts as not right.',
    shareChart: 'Share right of each item (%)',
    topicChart: 'Share right by topic',
    allKnown: 'Everybody got every item right.',
    misconceptions: 'Frequent misconceptions',
    opinions: 'Polls and word clouds',
    chosenBy: (count) => `chosen by ${count}`,
    progress: 'Progress over lessons',
    progressNote: '“Before” is the share right of all items asked in lessons of the class that ended before this one.',
    before: 'Before',
    now: 'This lesson',
    change: 'Change (% points)',
    classMean: 'Whole class',
    classNote: (day) => `Names and results of the class are deleted on ${day}. Do not publish this list.`,
    privacy: (day) => `Names of pupils: for the teacher alone. The data are deleted on ${day}.`,
    nobody: 'Nobody played this lesson.',
    date: 'Date',
    lesson: 'Lesson',
    total: 'Whole year',
    joined: 'Lessons joined',
    trend: 'Trend',
  },
}
