/// <reference types="jest" />
import { openKeptStore } from './kept-store'

function storageOf(kept: Map<string, string>, isFull = false): Storage {
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem(key: string, value: string) {
      if (isFull) throw new Error('QuotaExceededError')
      kept.set(key, value)
    },
    removeItem: (key: string) => void kept.delete(key),
  } as Storage
}

const brokenFactory = {
  open() {
    throw new Error('InvalidStateError')
  },
} as unknown as IDBFactory

describe('what is kept on the device when IndexedDB is of no use', () => {
  it.each([
    ['missing', undefined],
    ['broken', brokenFactory],
  ])('%s: localStorage takes over and survives a reload', async (_, factory) => {
    const disk = new Map<string, string>()
    const before = openKeptStore(factory, storageOf(disk))
    await before.set('a/outbox', { nextSeq: 3 })
    const after = openKeptStore(factory, storageOf(disk))
    expect(await after.get('a/outbox')).toEqual({ nextSeq: 3 })
    expect(await after.isLasting()).toBe(true)
    await after.remove('a/outbox')
    expect(await after.get('a/outbox')).toBeUndefined()
    expect(disk.size).toBe(0)
  })

  it('memory is the last resort', async () => {
    const store = openKeptStore(undefined, storageOf(new Map(), true))
    await store.set('a/outbox', { nextSeq: 3 })
    expect(await store.get('a/outbox')).toEqual({ nextSeq: 3 })
    expect(await store.isLasting()).toBe(false)
    const without = openKeptStore(undefined, undefined)
    await without.set('a/outbox', 1)
    expect(await without.get('a/outbox')).toBe(1)
    await expect(without.sweep(0, Date.now())).resolves.toBeUndefined()
  })

  it('goes on when a database never answers', async () => {
    jest.useFakeTimers()
    try {
      const silent = { open: () => ({}) } as unknown as IDBFactory
      const store = openKeptStore(silent, storageOf(new Map()))
      const writing = store.set('a/outbox', 1)
      await jest.advanceTimersByTimeAsync(2_100)
      await writing
      const reading = store.get('a/outbox')
      expect(await reading).toBe(1)
    } finally {
      jest.useRealTimers()
    }
  })
})
