import type { ItemDraft, ItemProblem } from '@thiso/contracts/vocab'
import { bareDraft } from '../infra/formats/draft-texts.js'
import { checkedDraft, cleanDraft, isFaulty, mediaOf } from './check-draft.js'

const choice = (stem: string, key: number, options = ['Đúng', 'Sai']): ItemDraft => ({
  ...bareDraft({ type: 'single-choice', stem, options, key }),
  topic: 'concepts',
  level: 'recall',
})
const codes = (problems: readonly ItemProblem[]) => problems.map(({ code }) => code)
const known = (name: string) => (name === 'Luật An ninh mạng' ? 'id' : null)

describe('IX-3: a row of a file', () => {
  it('that is sound has nothing to say', () => {
    expect(checkedDraft(choice('Đúng không?', 0), [], known).problems).toEqual([])
  })

  it('is sanitised in every text, its translation included, and what had a meaning is told', () => {
    const { draft, problems } = cleanDraft({
      ...choice('Xem <script>alert(1)</script>hình <iframe src="x"></iframe>', 0, ['<b onclick="x()">A</b>', 'B']),
      explanation: '<a href="javascript:x">vì</a>',
      translations: { en: { stem: '<style>*{}</style>See', texts: ['<u>A</u>', 'B'], explanation: '' } },
    })
    expect(draft.body).toMatchObject({ stem: 'Xem hình', options: ['<b>A</b>', 'B'] })
    expect(draft.explanation).toBe('<a>vì</a>')
    expect(draft.translations.en?.stem).toBe('See')
    expect(problems).toEqual([{ code: 'markup_removed', detail: 'script, iframe, style' }])
  })

  it('is asked for the topic and level that the file does not say, unless it says unknown ones', () => {
    const open = { ...choice('Đúng không?', 0), topic: null, level: null }
    expect(codes(checkedDraft(open, [], known).problems)).toEqual(['topic_assumed', 'level_assumed'])
    const said: ItemProblem[] = [{ code: 'topic_unknown', detail: 'Vật lý' }]
    expect(codes(checkedDraft(open, said, known).problems)).toEqual(['topic_unknown', 'level_assumed'])
  })

  it('of which the reader has told why there is no key is not told again that there is none', () => {
    const said: ItemProblem[] = [{ code: 'several_keys', detail: 'A, C' }]
    expect(checkedDraft(choice('Đúng không?', -1), said, known).problems).toEqual(said)
    expect(codes(checkedDraft(choice('Đúng không?', -1), [], known).problems)).toEqual(['key_missing'])
  })

  it('says each thing once, the errors of the reader first', () => {
    const said: ItemProblem[] = [
      { code: 'option_empty', detail: '2' },
      { code: 'option_empty', detail: '2' },
    ]
    expect(checkedDraft(choice('Đúng không?', 0, ['a', '']), said, known).problems).toEqual([said[0]])
  })

  it('is told which of its sources the register does not know', () => {
    const source = { locator: '', url: '', role: 'reference' as const }
    const sources = ['Luật An ninh mạng', 'Báo Quảng Nam', ''].map((document) => ({ ...source, document }))
    const { problems } = checkedDraft({ ...choice('Đúng không?', 0), sources }, [], known)
    expect(problems).toEqual([{ code: 'document_unknown', detail: 'Báo Quảng Nam' }])
  })

  it('is faulty by an error, not by a notice', () => {
    expect(isFaulty([{ code: 'document_unknown', detail: '' }])).toBe(false)
    expect(
      isFaulty([
        { code: 'document_unknown', detail: '' },
        { code: 'key_missing', detail: '' },
      ]),
    ).toBe(true)
  })

  it('names its pictures and sounds once, wherever they stand', () => {
    const media = (name: string) => `<img src="media:${name}" alt="">`
    const draft: ItemDraft = {
      ...choice(media('a.png'), 0, [media('b.png'), media('a.png')]),
      explanation: '<audio src="media:c.mp3" title=""></audio>',
      translations: { en: { stem: media('d.png'), texts: ['', ''], explanation: '' } },
    }
    expect(mediaOf(draft).sort()).toEqual(['a.png', 'b.png', 'c.mp3', 'd.png'])
  })
})
