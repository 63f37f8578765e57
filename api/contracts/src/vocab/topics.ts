import type { Locale } from './words.js'

export const TOPICS = [
  'concepts',
  'national-policy',
  'digital-government',
  'digital-economy',
  'digital-society',
  'cyber-safety',
  'quang-nam',
  'youth-union',
] as const
export type Topic = (typeof TOPICS)[number]

/** How files and lists name a topic in short; contestants read longer names. */
export const TOPIC_NAMES: Record<Locale, Record<Topic, string>> = {
  vi: {
    concepts: 'Khái niệm',
    'national-policy': 'Chính sách quốc gia',
    'digital-government': 'Chính quyền số',
    'digital-economy': 'Kinh tế số',
    'digital-society': 'Xã hội số',
    'cyber-safety': 'An toàn mạng',
    'quang-nam': 'Quảng Nam',
    'youth-union': 'Đoàn thanh niên',
  },
  en: {
    concepts: 'Concepts',
    'national-policy': 'National policy',
    'digital-government': 'Digital government',
    'digital-economy': 'Digital economy',
    'digital-society': 'Digital society',
    'cyber-safety': 'Cyber safety',
    'quang-nam': 'Quảng Nam',
    'youth-union': 'Youth Union',
  },
}

/** Cognitive levels in rising order: nhận biết, thông hiểu, vận dụng, vận dụng cao. */
export const COGNITIVE_LEVELS = ['recall', 'understand', 'apply', 'apply-high'] as const
export type CognitiveLevel = (typeof COGNITIVE_LEVELS)[number]
