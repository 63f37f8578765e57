import { setTimeout as sleep } from 'node:timers/promises'
import { ProblemError } from '../../../kernel/problem-error.js'
import { Turnstile } from './turnstile.js'

describe('CR-55: the line at the door of a lesson', () => {
  it('lets one in after the other, in the order of coming; lessons do not wait for each other', async () => {
    const turnstile = new Turnstile()
    const order: string[] = []
    let inside = 0
    const visit = (lesson: string, name: string) =>
      turnstile.pass(lesson, '198.51.100.7', async () => {
        expect(++inside).toBeLessThanOrEqual(2)
        await sleep(lesson === 'a' ? 5 : 1)
        order.push(name)
        inside--
        return name
      })
    const names = await Promise.all([visit('a', 'a1'), visit('a', 'a2'), visit('b', 'b1'), visit('a', 'a3')])
    expect(names).toEqual(['a1', 'a2', 'b1', 'a3'])
    expect(order.filter((name) => name.startsWith('a'))).toEqual(['a1', 'a2', 'a3'])
    expect(order.indexOf('b1')).toBe(0)
    expect(await visit('a', 'a4')).toBe('a4')
  })

  it('addresses take turns, and those of one IPv6 line are one', async () => {
    const turnstile = new Turnstile()
    const order: string[] = []
    const visit = (name: string, address: string) =>
      turnstile.pass('a', address, async () => {
        await sleep(0)
        order.push(name)
      })
    await Promise.all([
      ...['s1', 's2', 's3', 's4'].map((name, index) => visit(name, `2001:db8:7:1::${index}`)),
      ...['k1', 'k2'].map((name) => visit(name, '198.51.100.7')),
      visit('m1', '203.0.113.5'),
    ])
    expect(order).toEqual(['s1', 's2', 'k1', 'm1', 's3', 'k2', 's4'])
  })

  it('goes on after somebody was refused inside', async () => {
    const turnstile = new Turnstile()
    const refused = turnstile.pass('a', '1', () => Promise.reject(new Error('no')))
    const next = turnstile.pass('a', '1', async () => 'in')
    await expect(refused).rejects.toThrow('no')
    expect(await next).toBe('in')
  })

  it('tells whoever comes when many wait to try again, of one address sooner than of many', async () => {
    const turnstile = new Turnstile()
    let open: () => void = () => undefined
    const gate = new Promise<void>((resolve) => {
      open = resolve
    })
    const tooMany = new ProblemError('REQUEST.TOO_MANY', { seconds: 2 })
    // The first one is inside already.
    const waiting = Array.from({ length: 151 }, () => turnstile.pass('a', 'script', () => gate))
    await expect(turnstile.pass('a', 'script', () => gate)).rejects.toEqual(tooMany)
    for (let index = 0; index < 449; index++) waiting.push(turnstile.pass('a', `phone ${index}`, () => gate))
    await expect(turnstile.pass('a', 'one phone more', () => gate)).rejects.toEqual(tooMany)
    open()
    await Promise.all(waiting)
    expect(await turnstile.pass('a', 'script', async () => 'in')).toBe('in')
  })
})
