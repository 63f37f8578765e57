/// <reference types="jest" />
import fc from 'fast-check'
import type { Draft } from './item-draft'
import { someDraft } from './item-draft.arbitrary'
import { playedOf } from './played'

const setting = { shown: (html: string) => html, blank: { stem: '…', line: () => '…' } }

/** The same item with another key: what participants see must not tell them apart. */
function withOtherKey(draft: Draft): Draft {
  return {
    ...draft,
    keyId: draft.lines.at(-1)?.id ?? null,
    isTrue: draft.isTrue !== true,
    accepted: [],
    value: 7,
    tolerance: 3,
    lines: draft.lines.map((line) => ({ ...line, isKey: !line.isKey, truth: line.truth !== true })),
  }
}

it('IB-5 the preview is the same whatever the key is', () => {
  fc.assert(
    fc.property(someDraft, (draft) => {
      expect(playedOf(withOtherKey(draft), setting)).toEqual(playedOf(draft, setting))
    }),
  )
})

it('IB-5 entries written in another order are shown in the same one', () => {
  fc.assert(
    fc.property(someDraft, (draft) => {
      const ordering = { ...draft, type: 'ordering' as const }
      const turned = { ...ordering, lines: [...draft.lines].reverse() }
      expect(playedOf(turned, setting).options.map(({ text }) => text)).toEqual(
        playedOf(ordering, setting).options.map(({ text }) => text),
      )
    }),
  )
})
