import type { Locale, Topic } from '@thiso/contracts/vocab'

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
