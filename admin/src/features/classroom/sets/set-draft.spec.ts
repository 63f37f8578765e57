/// <reference types="jest" />
import { BETWEEN_PLACES_S } from '@thiso/contracts/vocab'
import {
  bodyOf,
  type ClassItem,
  cloudPlace,
  draftOf,
  itemPlace,
  lacksOf,
  lengthOf,
  minutesOf,
  pollPlace,
  sharedLimitOf,
} from './set-draft'

const item: ClassItem = {
  itemId: '0c0ffee0-0000-4000-8000-000000000001',
  topic: 'cyber-safety',
  level: 'recall',
  type: 'single-choice',
  stem: { vi: 'Mật khẩu mạnh là gì?', en: '' },
  options: [],
  choices: [],
  unit: '',
  limitS: 25,
}
const poll = { ...pollPlace(), prompt: ' Em chọn gì? ', choices: ['Có', ' ', 'Không'] }

describe('CR-12, CR-13: a set being edited', () => {
  it('sends own times alone, polls without blank choices, and no words with items', () => {
    const body = bodyOf({ title: ' Ôn tập ', places: [itemPlace(item), { ...poll, ownLimitS: 40 }] })
    expect(body.title).toBe('Ôn tập')
    expect(body.places.map(({ limitS, choices, prompt }) => ({ limitS, choices, prompt }))).toEqual([
      { limitS: null, choices: [], prompt: '' },
      { limitS: 40, choices: ['Có', 'Không'], prompt: 'Em chọn gì?' },
    ])
  })

  it('CR-13 takes the time of the item’s length until it has its own', () => {
    const place = itemPlace(item)
    expect(lengthOf([place])).toBe(25 + BETWEEN_PLACES_S)
    expect(lengthOf([{ ...place, ownLimitS: 60 }])).toBe(60 + BETWEEN_PLACES_S)
    expect(minutesOf(20)).toBe(1)
    expect(sharedLimitOf([place])).toBeNull()
    expect(sharedLimitOf([place, { ...place, ownLimitS: 60 }])).toBe('mixed')
    expect(sharedLimitOf([{ ...place, ownLimitS: 60 }])).toBe(60)
  })

  it('names what is missing, place by place', () => {
    const cloud = cloudPlace()
    const same = { ...poll, key: 'same', choices: ['Có', 'Có'] }
    const gone = { ...itemPlace(item), item: null, trouble: 'gone' as const, ownLimitS: 3 }
    const lacks = lacksOf({ title: '  ', places: [itemPlace(item), cloud, same, gone, poll] })
    expect(lacks.title).toBe(true)
    expect([...lacks.places]).toEqual([
      [cloud.key, ['prompt']],
      ['same', ['choices']],
      [gone.key, ['trouble', 'limit']],
    ])
    expect(lacks.count).toBe(4)
    expect(lacksOf({ title: 'Một', places: [] })).toMatchObject({ list: 'none', count: 1 })
  })

  it('comes back as it was stored', () => {
    const places = bodyOf({ title: 'Ôn tập', places: [{ ...itemPlace(item), section: 'Khởi động' }, poll] }).places
    const stored = places.map((place, at) => ({
      ...place,
      kind: place.kind ?? 'item',
      itemId: place.itemId ?? null,
      prompt: place.prompt ?? '',
      choices: place.choices ?? [],
      points: place.points ?? 1,
      section: place.section ?? '',
      limitS: place.limitS ?? 20,
      isOwnLimit: place.limitS !== null,
      item: at === 0 ? item : null,
      trouble: null,
    }))
    const set = { id: 'x', title: 'Ôn tập', placeCount: 2, lengthS: 1, topics: [], changedAt: '', places: stored }
    expect(bodyOf(draftOf(set)).places).toEqual(places)
  })
})
