import type { LessonMode } from './classroom.js'

/** What modes and teams are called, on every screen and in every file alike. */

export const LESSON_MODE_NAMES: Readonly<Record<'vi' | 'en', Readonly<Record<LessonMode, string>>>> = {
  vi: {
    individual: 'Thi cá nhân',
    teams: 'Thi theo đội',
    'team-device': 'Mỗi đội một máy',
    bell: 'Rung chuông vàng',
    race: 'Thi tự làm',
    homework: 'Bài về nhà',
  },
  en: {
    individual: 'Individual',
    teams: 'Teams',
    'team-device': 'One device a team',
    bell: 'Golden Bell',
    race: 'Race',
    homework: 'Homework',
  },
}

/** Teams are called as groups are called in class: Tổ 1, Tổ 2, … */
export const teamName = (number: number, language: 'vi' | 'en'): string =>
  language === 'vi' ? `Tổ ${number}` : `Team ${number}`
