/// <reference types="jest" />
import { ARTICLE_KEYS } from '@thiso/contracts/vocab'
import { aroundOf, bodyOf, draftOf, emptyOwn, missingIn, moved, type RulebookDraft, SET_IN } from './rulebook-draft'

const head: RulebookDraft['head'] = {
  style: 'state',
  above: '',
  body: 'Ban tổ chức',
  number: '',
  place: '',
  date: null,
  signerRole: '',
  signerName: '',
}
const words = (vi: string) => ({ vi, en: '' })
const own = (name: string) => ({ rowId: name, title: words(name), text: words(`${name}.`) })

describe('RB-1: what is typed around the settings', () => {
  it('comes back as it was read, without articles around which nothing stands', () => {
    const edits = {
      around: { purpose: { before: words('Căn cứ.'), after: words('') } },
      own: [{ title: words('Tài trợ'), text: words('Một.') }],
    }
    const draft = draftOf({ edits, head }, () => 'row')
    const typed = { ...draft, around: { ...draft.around, time: { before: words(' '), after: words('') } } }
    expect(bodyOf(typed, 3)).toEqual({ revision: 3, edits, head })
  })

  it('lets own articles change places, and stay at the ends', () => {
    const all = [own('a'), own('b'), own('c')]
    const names = (articles: typeof all) => articles.map(({ rowId }) => rowId).join('')
    expect(names(moved(all, 0, 1))).toBe('bac')
    expect(names(moved(all, 2, -1))).toBe('acb')
    expect(names(moved(all, 0, -1))).toBe('abc')
    expect(names(moved(all, 2, 1))).toBe('abc')
  })

  it('asks for a name and a text in Vietnamese', () => {
    const draft: RulebookDraft = { around: {}, own: [own('a'), emptyOwn('b')], head }
    expect(missingIn(draft)).toEqual(['own.1.title.vi', 'own.1.text.vi'])
    expect(aroundOf(draft, 'time')).toEqual({ before: words(''), after: words('') })
  })

  it('knows of every article where it is set', () => {
    expect(Object.keys(SET_IN)).toEqual([...ARTICLE_KEYS])
  })
})
