import { ITEM_TYPES, plainText } from '@thiso/contracts/vocab'
import fc from 'fast-check'
import { bareDraft } from './draft-texts.js'
import { itemBody, itemDraft, SAMPLE_MEDIA } from './item-draft.arbitrary.js'
import { byMediaContent, withoutLost } from './item-draft.comparison.js'

describe('items for the properties of the formats', () => {
  it('are of all eight types, with a stem and without spaces at their ends', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(itemBody(), (body) => {
        seen.add(body.type)
        expect(body.stem).toBe(body.stem.normalize('NFC').trim())
        expect(plainText(body.stem)).not.toBe('')
      }),
      { numRuns: 300 },
    )
    expect([...seen].sort()).toEqual([...ITEM_TYPES].sort())
  })

  it('name only media that are there', () => {
    fc.assert(
      fc.property(itemDraft(), (draft) => {
        expect(JSON.stringify(byMediaContent(draft, SAMPLE_MEDIA))).not.toContain('media:missing')
      }),
    )
  })

  it('differ after a loss only in what was not lost', () => {
    const draft = bareDraft({
      type: 'number',
      stem: '<b>x</b> <img src="media:a" alt="y &quot;z&quot;">',
      value: 1,
      tolerance: 2,
      unit: 'km',
    })
    expect(withoutLost(draft, [])).toEqual(draft)
    expect(withoutLost(draft, ['media_lost']).body.stem).toBe('<b>x</b> y "z"')
    expect(withoutLost(draft, ['metadata_lost', 'grading_lost', 'rich_text_lost']).body).toEqual({
      type: 'number',
      stem: 'x y "z"',
      value: 1,
      tolerance: 0,
      unit: '',
    })
  })
})
