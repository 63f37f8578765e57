import { type ItemBody, type ItemKey, type ItemQuestion, type ItemTranslation, textsOf } from '@thiso/contracts/vocab'

/** The whole item and its two halves: what participants may see, and the key, which lies in a table of its own. */

export interface ItemParts {
  question: ItemQuestion
  key: ItemKey
}

/**
 * IB-5: an item in its two halves. Entries of an ordering and choices of a matching are kept in the order of their text, so that
 * nothing that delivers papers knows the right order. A key that is not told yet keeps its stand-in (-1 or nothing).
 * @param translations by language, `texts` in the order of `textsOf(body)`
 */
export function partsOf(body: ItemBody, translations: { en?: ItemTranslation }): ItemParts {
  const { options, choices, order, choiceOrder, key } = halves(body)
  const en = translations.en
  const optionCount = options.length
  const translated = en && {
    stem: en.stem,
    options: order.map((index) => en.texts[index] ?? ''),
    choices: choiceOrder.map((index) => en.texts[optionCount + index] ?? ''),
  }
  return {
    question: {
      type: body.type,
      stem: body.stem,
      options: order.map((index) => options[index] as string),
      choices: choiceOrder.map((index) => choices[index] as string),
      unit: body.type === 'number' ? body.unit : '',
      translations: translated ? { en: translated } : {},
    },
    key,
  }
}

/** IB-5: the way back: the item as its author wrote it. */
export function bodyOf({ type, stem, options, choices, unit }: ItemQuestion, key: ItemKey): ItemBody {
  const text = (index: number) => options[index] ?? ''
  switch (key.type) {
    case 'single-choice':
      return { type: key.type, stem, options: [...options], key: key.option }
    case 'multiple-choice':
      return { type: key.type, stem, options: [...options], keys: [...key.options], grading: key.grading as 'partial' }
    case 'true-false':
      return { type: key.type, stem, isTrue: key.isTrue }
    case 'true-false-group':
      return {
        type: key.type,
        stem,
        statements: options.map((option, index) => ({ text: option, isTrue: key.truths[index] ?? false })),
        grading: key.grading,
      }
    case 'short-text':
      return { type: key.type, stem, accepted: [...key.accepted], ignoresDiacritics: key.ignoresDiacritics }
    case 'number':
      return { type: key.type, stem, value: key.value, tolerance: key.tolerance, unit }
    case 'ordering':
      return { type: key.type, stem, entries: key.order.map(text), grading: key.grading as 'partial' }
    case 'matching': {
      const used = new Set(key.choiceOf)
      return {
        type: key.type,
        stem,
        pairs: options.map((prompt, index) => ({ prompt, choice: choices[key.choiceOf[index] ?? -1] ?? '' })),
        distractors: choices.filter((_, index) => !used.has(index)),
        grading: key.grading as 'partial',
      }
    }
    default:
      throw new Error(`no such type: ${type}`)
  }
}

/** IB-5: the translations as their author wrote them, `texts` in the order of `textsOf(bodyOf(question, key))`. */
export function translationsOf(question: ItemQuestion, key: ItemKey, explanation: string): { en?: ItemTranslation } {
  const en = question.translations.en
  if (!en) return {}
  const byText = (texts: readonly string[], order: readonly number[]) => order.map((index) => texts[index] ?? '')
  if (key.type === 'ordering') return { en: { stem: en.stem, texts: byText(en.options, key.order), explanation } }
  if (key.type !== 'matching') return { en: { stem: en.stem, texts: [...en.options], explanation } }
  const used = new Set(key.choiceOf)
  const rest = en.choices.flatMap((_, index) => (used.has(index) ? [] : [index]))
  return {
    en: {
      stem: en.stem,
      texts: [...en.options, ...byText(en.choices, key.choiceOf), ...byText(en.choices, rest)],
      explanation,
    },
  }
}

interface Halves {
  /** Texts in the author's order; `order` says in which order they are kept. */
  options: string[]
  choices: string[]
  order: number[]
  choiceOrder: number[]
  key: ItemKey
}

function halves(body: ItemBody): Halves {
  const options = body.type === 'matching' ? body.pairs.map((pair) => pair.prompt) : textsOf(body)
  const asWritten = { options, choices: [] as string[], order: options.map((_, index) => index), choiceOrder: [] }
  switch (body.type) {
    case 'single-choice':
      return { ...asWritten, key: { type: body.type, option: body.key } }
    case 'multiple-choice': {
      const keys = [...new Set(body.keys)].sort((a, b) => a - b)
      return {
        ...asWritten,
        key: { type: body.type, options: keys, optionCount: options.length, grading: body.grading },
      }
    }
    case 'true-false':
      return { ...asWritten, key: { type: body.type, isTrue: body.isTrue } }
    case 'true-false-group': {
      const truths = body.statements.map((statement) => statement.isTrue)
      return { ...asWritten, key: { type: body.type, truths, grading: body.grading } }
    }
    case 'short-text':
      return {
        ...asWritten,
        key: { type: body.type, accepted: [...body.accepted], ignoresDiacritics: body.ignoresDiacritics },
      }
    case 'number':
      return { ...asWritten, key: { type: body.type, value: body.value, tolerance: body.tolerance } }
    case 'ordering': {
      const order = byText(body.entries)
      return {
        ...asWritten,
        order,
        key: { type: body.type, order: inverse(order), grading: body.grading },
      }
    }
    case 'matching': {
      const choices = [...body.pairs.map((pair) => pair.choice), ...body.distractors]
      const choiceOrder = byText(choices)
      const placeOf = inverse(choiceOrder)
      const choiceOf = body.pairs.map((_, index) => placeOf[index] as number)
      return { ...asWritten, choices, choiceOrder, key: { type: body.type, choiceOf, grading: body.grading } }
    }
  }
}

/** Indices of texts in the order of their code points. */
function byText(texts: readonly string[]): number[] {
  return texts
    .map((_, index) => index)
    .sort((a, b) => {
      const [x, y] = [texts[a] as string, texts[b] as string]
      return x < y ? -1 : x > y ? 1 : a - b
    })
}

function inverse(order: readonly number[]): number[] {
  const places = new Array<number>(order.length)
  order.forEach((index, place) => {
    places[index] = place
  })
  return places
}
