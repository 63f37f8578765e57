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

/** Cognitive levels in rising order: nhận biết, thông hiểu, vận dụng, vận dụng cao. */
export const COGNITIVE_LEVELS = ['recall', 'understand', 'apply', 'apply-high'] as const
export type CognitiveLevel = (typeof COGNITIVE_LEVELS)[number]
