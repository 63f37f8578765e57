/// <reference types="jest" />
import { type ItemType, ITEM_TYPES, textsOf } from '@thiso/contracts/vocab'
import fc from 'fast-check'
import type { Item } from '../../../lib/item-bank/queries'
import { bodyOf, draftOf, englishTexts, hasEnglish, isSameDraft, itemInOf } from './draft-body'
import { fieldAt, gapsOf } from './draft-gaps'
import { type Draft, FIRST_LINES, newDraft, startAfter } from './item-draft'
import { someDraft } from './item-draft.arbitrary'
import { switchType } from './switch-type'

/** The item as the API gives it back after it was stored. */
const stored = (draft: Draft): Item => {
  const sent = itemInOf(draft)
  return { ...sent, type: sent.body.type, translations: sent.translations } as unknown as Item
}
const someType = fc.constantFrom(...ITEM_TYPES)

describe('IB-1 a draft', () => {
  it('comes back from the store as it was sent', () => {
    fc.assert(
      fc.property(someDraft, (draft) => {
        expect(itemInOf(draftOf(stored(draft)))).toEqual(itemInOf(draft))
      }),
    )
  })

  it('has as many English texts as its body has texts', () => {
    fc.assert(
      fc.property(someDraft, (draft) => {
        expect(englishTexts(draft)).toHaveLength(textsOf(bodyOf(draft)).length)
      }),
    )
  })

  it('is not changed by changing the type and changing back', () => {
    fc.assert(
      fc.property(someDraft, someType, (draft, type) => {
        fc.pre(gapsOf(draft).length === 0)
        const back = switchType(switchType(draft, type), draft.type)
        expect(bodyOf(back)).toEqual(bodyOf(draft))
      }),
      { numRuns: 400 },
    )
  })

  it('keeps every text that the other type has a place for', () => {
    fc.assert(
      fc.property(someDraft, someType, (draft, type) => {
        const changed = switchType(draft, type)
        expect(changed.stem).toBe(draft.stem)
        const words = (lines: Draft['lines']) =>
          lines
            .map((line) => line.text)
            .join('|')
            .replace(/\|+$/, '')
        if (draft.lines.some((line) => line.text !== '')) expect(words(changed.lines)).toBe(words(draft.lines))
      }),
    )
  })

  it('lacks nothing exactly when every gap is filled: each gap is a place on the page', () => {
    fc.assert(
      fc.property(someDraft, (draft) => {
        const ids = new Set([...draft.lines, ...draft.distractors, ...draft.citations].map((line) => line.id))
        for (const { field } of gapsOf(draft)) {
          const [, id] = field.split(':')
          if (id !== undefined) expect(ids.has(id)).toBe(true)
        }
      }),
    )
  })
})

describe('IB-1 changing the type', () => {
  const written = (type: ItemType, texts: string[]): Draft => {
    const draft = newDraft({ type })
    return {
      ...draft,
      stem: 'Hỏi gì?',
      lines: draft.lines.map((line, index) => ({ ...line, text: texts[index] ?? '' })),
    }
  }
  const single = () => {
    const draft = written('single-choice', ['Một', 'Hai', 'Ba', 'Bốn'])
    return { ...draft, keyId: draft.lines[2]?.id ?? null }
  }

  it('carries the one right option over to several, to statements and to an accepted answer', () => {
    expect(bodyOf(switchType(single(), 'multiple-choice'))).toMatchObject({ keys: [2] })
    expect(bodyOf(switchType(single(), 'true-false-group'))).toMatchObject({
      statements: [{ isTrue: false }, { isTrue: false }, { isTrue: true }, { isTrue: false }],
    })
    expect(bodyOf(switchType(single(), 'short-text'))).toMatchObject({ accepted: ['Ba'] })
  })

  it('carries one of several right options over, but never chooses between two', () => {
    const many = switchType(single(), 'multiple-choice')
    const fresh = { ...many, keyId: null }
    expect(bodyOf(switchType(fresh, 'single-choice'))).toMatchObject({ key: 2 })
    const two = { ...fresh, lines: fresh.lines.map((line, index) => ({ ...line, isKey: index < 2 })) }
    expect(bodyOf(switchType(two, 'single-choice'))).toMatchObject({ key: -1 })
  })

  it('reads a number from the key', () => {
    const draft = written('single-choice', ['7,5', '8'])
    expect(bodyOf(switchType({ ...draft, keyId: draft.lines[0]?.id ?? null }, 'number'))).toMatchObject({ value: 7.5 })
  })

  it('begins with as many blank lines as the type usually has', () => {
    for (const type of ITEM_TYPES)
      expect(switchType(newDraft({ type: 'true-false' }), type).lines).toHaveLength(FIRST_LINES[type])
  })
})

describe('IB-1 what is missing', () => {
  it('is named in the order of the page', () => {
    const draft = newDraft()
    expect(gapsOf(draft).map((gap) => gap.field)).toEqual([
      'bankId',
      'topic',
      'level',
      'stem',
      ...draft.lines.map((line) => `line:${line.id}`),
      'key',
    ])
  })

  it('equal options are found whatever their case, spaces and marking, pictures told apart', () => {
    const draft = newDraft()
    const texts = ['Hà  Nội', '<b>hà nội</b>', '<img src="media:a" alt="Cờ">', '<img src="media:b" alt="Cờ">']
    const full = { ...draft, lines: draft.lines.map((line, index) => ({ ...line, text: texts[index] ?? '' })) }
    expect(gapsOf(full).filter((gap) => gap.word === 'equal')).toEqual([
      { field: `line:${draft.lines[1]?.id}`, word: 'equal' },
    ])
  })

  it('steps need four statements', () => {
    const draft = newDraft({ type: 'true-false-group' })
    const three = { ...draft, lines: draft.lines.slice(1) }
    expect(gapsOf(three).map((gap) => gap.word)).toContain('steppedNeedsFour')
    expect(gapsOf({ ...three, gradings: { 'true-false-group': 'partial' } }).map((gap) => gap.word)).not.toContain(
      'steppedNeedsFour',
    )
  })

  it('English is all or nothing', () => {
    const draft = { ...newDraft(), stemEn: 'What?' }
    expect(hasEnglish(draft)).toBe(true)
    expect(gapsOf(draft).map((gap) => gap.field)).toContain('english')
    expect(itemInOf(newDraft()).translations).toEqual({})
  })

  it('a field that the API names is found on the page', () => {
    const draft = newDraft()
    expect(fieldAt('body.options.1', draft)).toBe(`line:${draft.lines[1]?.id}`)
    expect(fieldAt('body.pairs.0.choice', draft)).toBe(`match:${draft.lines[0]?.id}`)
    expect(fieldAt('translations.en.texts.2', draft)).toBe('english')
    expect(fieldAt('body', draft)).toBeNull()
  })
})

it('the next item goes on with bank, topic, level and type, and nothing else', () => {
  fc.assert(
    fc.property(someDraft, (draft) => {
      const next = newDraft(startAfter(draft))
      expect([next.bankId, next.topic, next.level, next.type]).toEqual([
        draft.bankId,
        draft.topic,
        draft.level,
        draft.type,
      ])
      expect(
        isSameDraft(
          { ...next, gradings: {} },
          { ...newDraft({ type: draft.type }), bankId: draft.bankId, topic: draft.topic, level: draft.level },
        ),
      ).toBe(true)
    }),
  )
})
