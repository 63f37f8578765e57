import { ShortMemory } from './short-memory.js'

describe('a short memory', () => {
  it('shares a reading and keeps it while it is fresh', async () => {
    const memory = new ShortMemory<number>(40)
    let reads = 0
    const read = async () => ++reads
    expect(await Promise.all([memory.get('a', read), memory.get('a', read), memory.get('b', read)])).toEqual([1, 1, 2])
    expect(await memory.get('a', read)).toBe(1)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(await memory.get('a', read)).toBe(3)
  })

  it('forgets on demand, and what failed', async () => {
    const memory = new ShortMemory<string>(60_000)
    await expect(memory.get('a', () => Promise.reject(new Error('away')))).rejects.toThrow('away')
    expect(await memory.get('a', async () => 'back')).toBe('back')
    memory.forget('a')
    expect(await memory.get('a', async () => 'new')).toBe('new')
  })
})
