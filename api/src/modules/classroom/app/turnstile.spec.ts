import { setTimeout as sleep } from 'node:timers/promises'
import { ProblemError } from '../../../kernel/problem-error.js'
import { Turnstile } from './turnstile.js'

describe('CR-55: the line at the door of a lesson', () => {
  it('lets one in after the other, in the order of coming; lessons do not wait for each other', async () => {
    const turnstile = new Turnstile()
    const order: string[] = []
    let inside = 0
    const visit = (lesson: string, name: string) =>
      turnstile.pass(lesson, async () => {
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
  })

  it('goes on after somebody was refused inside', async () => {
    const turnstile = new Turnstile()
    const refused = turnstile.pass('a', () => Promise.reject(new Error('no')))
    const next = turnstile.pass('a', async () => 'in')
    await expect(refused).rejects.toThrow('no')
    expect(await next).toBe('in')
  })

  it('tells whoever finds three hundred waiting to try again, and is empty afterwards', async () => {
    const turnstile = new Turnstile()
    let open: () => void = () => undefined
    const gate = new Promise<void>((resolve) => {
      open = resolve
    })
    const waiting = Array.from({ length: 300 }, () => turnstile.pass('a', () => gate))
    await expect(turnstile.pass('a', () => gate)).rejects.toEqual(new ProblemError('REQUEST.TOO_MANY', { seconds: 2 }))
    open()
    await Promise.all(waiting)
    expect(await turnstile.pass('a', async () => 'in')).toBe('in')
  })
})
