import {
  COLLECTIVE_MEASURES,
  type CollectiveBasis,
  type CollectiveMeasure,
  type CollectivePlan,
  type Locale,
  type Normalisation,
} from '../vocab/index.js'
import { eitherText } from './articles.js'
import { WORDS } from './words.js'

const BY: Record<CollectiveBasis, readonly [vi: string, en: string]> = {
  participants: ['số lượng', 'number'],
  rate: ['tỷ lệ', 'rate'],
  quality: ['chất lượng', 'quality'],
  formula: ['công thức', 'the formula'],
}
const SCALES: Record<Normalisation, readonly [vi: string, en: string]> = {
  max: ['theo đơn vị cao nhất', 'by the largest'],
  rank: ['theo thứ hạng', 'by place'],
}
const sideOf = (locale: Locale) => (locale === 'vi' ? 0 : 1)

export function measureLines(measures: readonly CollectiveMeasure[], locale: Locale): string[] {
  if (measures.length === 0) return [locale === 'vi' ? 'không xét thêm' : 'nothing further']
  return measures.map((by, index) => `${index + 1}. ${BY[by][sideOf(locale)]}`)
}

export function scaleLine(normalisation: Normalisation, locale: Locale): string {
  return SCALES[normalisation][sideOf(locale)]
}

export function classLines(classes: CollectivePlan['sizeClasses'], locale: Locale): string[] {
  if (classes.length === 0) return [locale === 'vi' ? 'không chia nhóm' : 'none']
  const { number } = WORDS[locale]
  return classes.map(({ name, upTo }) => {
    if (upTo === null) return locale === 'vi' ? `${name}: không giới hạn` : `${name}: no limit`
    return locale === 'vi' ? `${name}: đến ${number(upTo)} người` : `${name}: up to ${number(upTo)} people`
  })
}

/** Each prize with its measure and place, as "Giải Nhất: hạng 1 theo số lượng". */
export function collectivePrizeLines(prizes: CollectivePlan['prizes'], locale: Locale): string[] {
  if (prizes.length === 0) return [locale === 'vi' ? 'không có' : 'none']
  return prizes.map(({ tier, by, place, sizeClass, reward }, index) => {
    const said = locale === 'vi' ? `hạng ${place} theo ${BY[by][0]}` : `place ${place} by ${BY[by][1]}`
    const among = sizeClass && (locale === 'vi' ? `nhóm ${sizeClass}` : `class ${sizeClass}`)
    const what = [`${WORDS[locale].tiers[tier]}: ${said}`, among, eitherText(reward, locale)].filter(Boolean).join(', ')
    return `${index + 1}. ${what}`
  })
}

/** A plan that there was not before, or is no more. */
export function planLines(plan: CollectivePlan, locale: Locale): string[] {
  const words = WORDS[locale]
  const weights = COLLECTIVE_MEASURES.map((by) => `${BY[by][sideOf(locale)]} ${words.number(plan.weights[by])}`)
  const kinds = words.join(plan.unitKinds.map((kind) => words.unitKinds[kind]))
  const least = words.number(plan.minParticipants)
  return [
    locale === 'vi' ? `so sánh các đơn vị: ${kinds}` : `units that compare: ${kinds}`,
    locale === 'vi' ? `ít nhất ${least} người` : `at least ${least} people`,
    locale === 'vi'
      ? `hệ số k của chất lượng: ${words.number(plan.shrinkage)}`
      : `k of quality: ${words.number(plan.shrinkage)}`,
    `${locale === 'vi' ? 'trọng số' : 'weights'}: ${weights.join('; ')} (${scaleLine(plan.normalisation, locale)})`,
    ...(plan.sizeClasses.length > 0 ? classLines(plan.sizeClasses, locale) : []),
    ...(plan.tieBreak.length > 0 ? measureLines(plan.tieBreak, locale) : []),
    ...(plan.onePrizeEach ? [locale === 'vi' ? 'mỗi đơn vị nhiều nhất một giải' : 'at most one prize a unit'] : []),
    ...collectivePrizeLines(plan.prizes, locale),
  ]
}
