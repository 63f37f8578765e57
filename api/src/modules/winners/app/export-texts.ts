import type { Locale, WinnerState } from '@thiso/contracts/vocab'

interface ExportTexts {
  standings: string
  prize: string
  reward: string
  rank: string
  fullName: string
  birthDate: string
  unit: string
  parentUnit: string
  points: string
  timeUsed: string
  submittedAt: string
  attempts: string
  login: string
  note: string
  winnerList: string
  state: string
  states: Record<WinnerState, string>
  publishedName: string
  certificate: string
  handedOverAt: string
  participation: string
  participants: string
  attemptsTotal: string
  meanShare: string
  unranked: { excluded: string; barred: string; voided: string; incomplete: string }
}

/** The words of exported files. */
export const TEXTS: Record<Locale, ExportTexts> = {
  vi: {
    standings: 'Xếp hạng',
    prize: 'Giải',
    reward: 'Phần thưởng',
    rank: 'Hạng',
    fullName: 'Họ và tên',
    birthDate: 'Ngày sinh',
    unit: 'Đơn vị',
    parentUnit: 'Đơn vị cấp trên',
    points: 'Điểm',
    timeUsed: 'Thời gian (giây)',
    submittedAt: 'Nộp lúc',
    attempts: 'Số lượt',
    login: 'Điện thoại / tên đăng nhập',
    note: 'Ghi chú',
    winnerList: 'Danh sách đoạt giải',
    state: 'Trạng thái',
    states: {
      proposed: 'Đề xuất',
      'identity-checked': 'Đã đối chiếu danh tính',
      confirmed: 'Đã xác nhận',
      published: 'Đã công bố',
      'handed-over': 'Đã trao giải',
      declined: 'Từ chối',
      unreachable: 'Không liên lạc được',
      ineligible: 'Không đủ điều kiện',
      withdrawn: 'Rút giải',
    },
    publishedName: 'Tên công bố',
    certificate: 'Mã giấy chứng nhận',
    handedOverAt: 'Trao lúc',
    participation: 'Tham gia theo đơn vị',
    participants: 'Số người',
    attemptsTotal: 'Số lượt thi',
    meanShare: 'Tỷ lệ điểm lượt đầu (%)',
    unranked: {
      excluded: 'Bị loại theo quyết định',
      barred: 'Không thuộc diện xét giải',
      voided: 'Lượt thi không được tính',
      incomplete: 'Bài chưa làm đủ',
    },
  },
  en: {
    standings: 'Standings',
    prize: 'Prize',
    reward: 'Reward',
    rank: 'Rank',
    fullName: 'Full name',
    birthDate: 'Date of birth',
    unit: 'Unit',
    parentUnit: 'Parent unit',
    points: 'Points',
    timeUsed: 'Time used (s)',
    submittedAt: 'Submitted at',
    attempts: 'Attempts',
    login: 'Phone / user name',
    note: 'Note',
    winnerList: 'Winners',
    state: 'State',
    states: {
      proposed: 'Proposed',
      'identity-checked': 'Identity seen',
      confirmed: 'Confirmed',
      published: 'Published',
      'handed-over': 'Handed over',
      declined: 'Declined',
      unreachable: 'Not reached',
      ineligible: 'Not eligible',
      withdrawn: 'Withdrawn',
    },
    publishedName: 'Published as',
    certificate: 'Certificate code',
    handedOverAt: 'Handed over at',
    participation: 'Participation by unit',
    participants: 'People',
    attemptsTotal: 'Attempts',
    meanShare: 'Share of points, first attempts (%)',
    unranked: {
      excluded: 'Excluded by a ruling',
      barred: 'Barred from prizes',
      voided: 'Attempt does not count',
      incomplete: 'Paper not complete',
    },
  },
}
