import { BETWEEN_PLACES_S } from '@thiso/contracts/vocab'
import type { LessonSetEntity } from '../infra/class.entities.js'
import type { ClassItem, SetPlaceNow } from '../app/sets.service.js'
import { presentRich } from '../../../platform/text/rich-text.js'

export function presentSetHead(set: LessonSetEntity, places: readonly SetPlaceNow[]) {
  return {
    id: set.id,
    title: set.title,
    placeCount: set.places.length,
    lengthS: places.reduce((total, { limitS }) => total + limitS + BETWEEN_PLACES_S, 0),
    topics: [...new Set(places.flatMap(({ found }) => (found ? [found.item.topic] : [])))],
    changedAt: set.changedAt.toISOString(),
  }
}

/** An item as its teacher chooses it: no key, so that a screen that is shared tells none. */
export function presentClassItem({ row, item, limitS }: ClassItem) {
  const { question } = item
  const en = question.translations.en
  return {
    itemId: row.itemId,
    topic: row.topic,
    level: row.level,
    type: row.type,
    stem: { vi: presentRich(question.stem), en: presentRich(en?.stem ?? '') },
    options: question.options.map((option, index) => ({
      vi: presentRich(option),
      en: presentRich(en?.options[index] ?? ''),
    })),
    choices: question.choices.map((choice, index) => ({
      vi: presentRich(choice),
      en: presentRich(en?.choices[index] ?? ''),
    })),
    unit: question.unit,
    limitS,
  }
}

export function presentSetPlace({ place, found, trouble, limitS }: SetPlaceNow) {
  return { ...place, limitS, isOwnLimit: place.limitS !== null, item: found && presentClassItem(found), trouble }
}
