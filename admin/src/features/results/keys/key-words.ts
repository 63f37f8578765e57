import { type ItemKey, plainText } from '@thiso/contracts/vocab'
import { formatNumber } from '@thiso/kit/text/format'
import type { RuledItem } from './played-key'

export interface KeyTexts {
  true: string
  false: string
  /** Between texts that are right each by itself. */
  or: string
}

const LONGEST = 60
const letterOf = (index: number) => String.fromCharCode(65 + index)

/** A key in words, short enough to stand in a sentence. */
export function keyWords(
  { options, choices, unit }: Pick<RuledItem, 'options' | 'choices' | 'unit'>,
  key: ItemKey,
  texts: KeyTexts,
): string {
  const short = (html: string | undefined) => {
    const text = plainText(html ?? '')
    return text.length > LONGEST ? `${text.slice(0, LONGEST - 1).trimEnd()}…` : text
  }
  const verdict = (isTrue: boolean) => (isTrue ? texts.true : texts.false)
  const option = (index: number) => `${letterOf(index)}. ${short(options[index])}`
  switch (key.type) {
    case 'single-choice':
      return option(key.option)
    case 'multiple-choice':
      return [...key.options]
        .sort((a, b) => a - b)
        .map(option)
        .join('; ')
    case 'true-false':
      return verdict(key.isTrue)
    case 'true-false-group':
      return key.truths.map((isTrue, index) => `${letterOf(index).toLowerCase()}) ${verdict(isTrue)}`).join(', ')
    case 'ordering':
      return key.order.map((entry, place) => `${place + 1}. ${short(options[entry])}`).join('; ')
    case 'matching':
      return key.choiceOf.map((choice, index) => `${short(options[index])} → ${short(choices[choice])}`).join('; ')
    case 'short-text':
      return key.accepted.map((text) => `“${text}”`).join(` ${texts.or} `)
    case 'number': {
      const tolerance = key.tolerance > 0 ? ` ± ${figure(key.tolerance)}` : ''
      return `${figure(key.value)}${tolerance}${unit ? ` ${unit}` : ''}`
    }
  }
}

const figure = (value: number) => formatNumber(value, { maximumFractionDigits: 6 })
