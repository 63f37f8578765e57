import type { ApiBody } from '@thiso/contracts'
import { BETWEEN_PLACES_S, LIMIT_S, MOST_PLACES, type PlaceKind } from '@thiso/contracts/vocab'
import type { LessonSet } from '../classroom-queries'

export type SetPlace = LessonSet['places'][number]
export type ClassItem = NonNullable<SetPlace['item']>

/** A place of a set as it is being edited. */
export interface PlaceDraft {
  key: string
  kind: PlaceKind
  itemId: string | null
  /** As it would be played now; null for what is no item, and for an item in trouble. */
  item: ClassItem | null
  trouble: SetPlace['trouble']
  prompt: string
  choices: string[]
  /** The teacher's own time; null: by the length of the item. */
  ownLimitS: number | null
  points: number
  section: string
}

export interface SetDraft {
  title: string
  places: PlaceDraft[]
}

export const MOST_CHOICES = 6

let made = 0
const newKey = () => {
  made += 1
  return `place-${made}`
}

export const placeOf = (place: SetPlace): PlaceDraft => ({
  key: newKey(),
  kind: place.kind,
  itemId: place.itemId,
  item: place.item,
  trouble: place.trouble,
  prompt: place.prompt,
  choices: place.kind === 'poll' && place.choices.length < 2 ? ['', ''] : place.choices,
  ownLimitS: place.isOwnLimit ? place.limitS : null,
  points: place.points,
  section: place.section,
})

const blank = { item: null, itemId: null, trouble: null, prompt: '', ownLimitS: null, points: 1, section: '' } as const

export const itemPlace = (item: ClassItem): PlaceDraft => ({
  ...blank,
  key: newKey(),
  kind: 'item',
  itemId: item.itemId,
  item,
  choices: [],
})
export const pollPlace = (): PlaceDraft => ({ ...blank, key: newKey(), kind: 'poll', choices: ['', ''] })
export const cloudPlace = (): PlaceDraft => ({ ...blank, key: newKey(), kind: 'word-cloud', choices: [] })

export const draftOf = (set: LessonSet): SetDraft => ({ title: set.title, places: set.places.map(placeOf) })

/** What a place takes without a time of its own, s. */
export const lengthLimitOf = ({ item }: Pick<PlaceDraft, 'item'>): number => item?.limitS ?? LIMIT_S.preset
export const limitOf = (place: PlaceDraft): number => place.ownLimitS ?? lengthLimitOf(place)

/** About how long a lesson with these places takes, in whole minutes, at least one. */
export const minutesOf = (lengthS: number): number => Math.max(1, Math.round(lengthS / 60))
export const lengthOf = (places: readonly PlaceDraft[]): number =>
  places.reduce((total, place) => total + limitOf(place) + BETWEEN_PLACES_S, 0)

export function bodyOf({ title, places }: SetDraft): ApiBody<'createLessonSet'> {
  return {
    title: title.trim(),
    places: places.map(({ kind, itemId, prompt, choices, ownLimitS, points, section }) => ({
      kind,
      itemId,
      prompt: kind === 'item' ? '' : prompt.trim(),
      choices: kind === 'poll' ? filledOf(choices) : [],
      limitS: ownLimitS,
      points,
      section: section.trim(),
    })),
  }
}

const filledOf = (choices: readonly string[]) =>
  choices.map((choice) => choice.trim()).filter((choice) => choice !== '')

export type PlaceLack = 'prompt' | 'choices' | 'limit' | 'trouble'
export interface SetLacks {
  title: boolean
  list: 'none' | 'many' | null
  /** By the key of the place. */
  places: Map<string, PlaceLack[]>
  count: number
}

/** What the form can tell before the API does. */
export function lacksOf({ title, places }: SetDraft): SetLacks {
  const found = new Map<string, PlaceLack[]>()
  for (const place of places) {
    const lacks: PlaceLack[] = []
    if (place.kind === 'item' && place.trouble) lacks.push('trouble')
    if (place.kind !== 'item' && place.prompt.trim() === '') lacks.push('prompt')
    if (place.kind === 'poll' && new Set(filledOf(place.choices)).size < 2) lacks.push('choices')
    const { ownLimitS: own } = place
    if (own !== null && !(own >= LIMIT_S.least && own <= LIMIT_S.most)) lacks.push('limit')
    if (lacks.length > 0) found.set(place.key, lacks)
  }
  const list = places.length === 0 ? ('none' as const) : places.length > MOST_PLACES ? ('many' as const) : null
  const hasNoTitle = title.trim() === ''
  return {
    title: hasNoTitle,
    list,
    places: found,
    count: found.size + (hasNoTitle ? 1 : 0) + (list ? 1 : 0),
  }
}

/** The own time that all places share: a number, null for all by their length, or that they differ. */
export function sharedLimitOf(places: readonly PlaceDraft[]): number | null | 'mixed' {
  const limits = new Set(places.map(({ ownLimitS }) => ownLimitS))
  return limits.size === 0 ? null : limits.size === 1 ? ([...limits][0] as number | null) : 'mixed'
}
