import type { Locale, PrizeTier } from '@thiso/contracts/vocab'

interface ExportTexts {
  winners: string
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
  contested: string
  tiers: Record<PrizeTier, string>
}

/** The words of exported files. */
export const TEXTS: Record<Locale, ExportTexts> = {
  vi: {
    winners: 'Đề xuất giải',
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
    contested: 'Đồng hạng nhiều hơn số giải còn lại: ban tổ chức quyết định theo thể lệ',
    tiers: { first: 'Giải Nhất', second: 'Giải Nhì', third: 'Giải Ba', consolation: 'Giải Khuyến khích' },
  },
  en: {
    winners: 'Proposed winners',
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
    contested: 'More people share this place than prizes are left: the organizers decide by the rules',
    tiers: { first: 'First prize', second: 'Second prize', third: 'Third prize', consolation: 'Consolation prize' },
  },
}
