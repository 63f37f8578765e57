import type { Showing } from './core'
import { forgetUnsent, keepUnsent, readUnsent } from './unsent'

class Drawer implements Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  readonly kept = new Map<string, string>()
  constructor(private readonly isFull = false) {}
  getItem = (key: string) => this.kept.get(key) ?? null
  removeItem = (key: string) => void this.kept.delete(key)
  setItem = (key: string, value: string) => {
    if (this.isFull) throw new Error('QuotaExceededError')
    this.kept.set(key, value)
  }
}

const showing = { card: 'card', item: { type: 'number' }, isRepeat: true } as Showing
const drawer = (isFull?: boolean) => new Drawer(isFull) as unknown as Storage & Drawer

describe('an answer that nobody has confirmed', () => {
  it('is found again by the same account, and only by it', () => {
    const store = drawer()
    keepUnsent(store, { accountId: 'me', showing, answer: '3,5' })
    expect(readUnsent(store, 'me')).toEqual({ accountId: 'me', showing, answer: '3,5' })
    expect(readUnsent(store, 'somebody else')).toBeNull()
    forgetUnsent(store)
    expect(readUnsent(store, 'me')).toBeNull()
  })

  it('may be blank', () => {
    const store = drawer()
    keepUnsent(store, { accountId: 'me', showing, answer: null })
    expect(readUnsent(store, 'me')?.answer).toBeNull()
  })

  it('does no harm where nothing can be kept, or something else was', () => {
    keepUnsent(drawer(true), { accountId: 'me', showing, answer: null })
    expect(readUnsent(undefined, 'me')).toBeNull()
    for (const odd of ['{', '"text"', '{"accountId":"me"}', '{"accountId":"me","showing":{"card":1}}']) {
      const store = drawer()
      store.kept.set('thi-so.practice.unsent', odd)
      expect(readUnsent(store, 'me')).toBeNull()
    }
  })
})
