import { setTimeout as sleep } from 'node:timers/promises'
import { Semaphore } from './semaphore.js'

const full = () => new Error('full')

it('runs at most as many at once as it is wide, and all in the end', async () => {
  const gate = new Semaphore(2, 100)
  let running = 0
  let most = 0
  const done = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      gate.run(async () => {
        most = Math.max(most, ++running)
        await sleep(1)
        running--
        return index
      }, full),
    ),
  )
  expect(most).toBe(2)
  expect(done).toEqual(Array.from({ length: 20 }, (_, index) => index))
})

it('refuses when the queue is full, and takes again afterwards', async () => {
  const gate = new Semaphore(1, 1)
  const first = gate.run(() => sleep(5), full)
  const second = gate.run(() => sleep(5), full)
  await expect(gate.run(() => sleep(5), full)).rejects.toThrow('full')
  await Promise.all([first, second])
  await expect(gate.run(async () => 'through', full)).resolves.toBe('through')
})

it('gives the place on when a task fails', async () => {
  const gate = new Semaphore(1, 5)
  const failing = gate.run(() => Promise.reject(new Error('no')), full)
  const next = gate.run(async () => 'next', full)
  await expect(failing).rejects.toThrow('no')
  await expect(next).resolves.toBe('next')
})

it('begins the waiting ones in the order in which they came', async () => {
  const gate = new Semaphore(1, 10)
  const order: number[] = []
  await Promise.all(
    Array.from({ length: 6 }, (_, index) =>
      gate.run(async () => {
        await sleep(1)
        order.push(index)
      }, full),
    ),
  )
  expect(order).toEqual([0, 1, 2, 3, 4, 5])
})
