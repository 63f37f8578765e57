import type { Locale } from '../../text/format'
import { lessonEn } from './en'
import { lessonVi } from './vi'

const texts = { vi: lessonVi, en: lessonEn }

/** The words of lessons, which come with the code of lessons and weigh on no other page. */
export const lessonTexts = (language: Locale) => texts[language]
