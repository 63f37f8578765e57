import fc from 'fast-check'
import { readCategory, readTags, tagsOf, withTags } from './draft-tags.js'
import { bareDraft } from './draft-texts.js'
import { itemDraft } from './item-draft.arbitrary.js'

describe('metadata as tags', () => {
  it('IX-2 brings everything back, also tags that look like our own', () => {
    fc.assert(
      fc.property(itemDraft(), (draft) => {
        const bare = { ...bareDraft(draft.body), points: draft.points }
        const { code, explanation, translations, sources, ...metadata } = draft
        expect(withTags(bare, readTags(tagsOf(draft)))).toEqual({
          ...metadata,
          code: '',
          explanation: '',
          translations: {},
          sources: [],
        })
      }),
    )
  })

  it('reads slugs and names in any case, and leaves what means nothing a tag', () => {
    expect(readTags(['topic:Concepts', 'LEVEL:recall']).tags).toEqual([])
    expect(readTags(['topic:Kinh tế số', 'level: Vận dụng cao'])).toMatchObject({
      topic: 'digital-economy',
      level: 'apply-high',
    })
    expect(readTags(['Thông hiểu'])).toMatchObject({ level: 'understand', tags: [] })
    expect(
      readTags(['TH', 'Khó', 'level:easy', 'topic:x', 'valid-to:mai', 'points:nhiều', 'a:b', ':', 'fact:']),
    ).toMatchObject({
      level: null,
      tags: ['TH', 'Khó', 'level:easy', 'topic:x', 'valid-to:mai', 'points:nhiều', 'a:b', ':', 'fact:'],
    })
  })

  it('finds the topic in a path of categories, the deepest first', () => {
    expect(readCategory('$course$/top/Kinh tế số/Xã hội số/Bài 1')).toEqual({ topic: 'digital-society', tag: '' })
    expect(readCategory('$module$/top/Mặc định cho X')).toEqual({ topic: null, tag: '' })
    expect(readCategory('Tin học//Mạng')).toEqual({ topic: null, tag: 'Tin học/Mạng' })
    expect(readCategory('x'.repeat(100)).tag).toHaveLength(40)
  })
})
