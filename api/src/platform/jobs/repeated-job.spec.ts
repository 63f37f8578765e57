import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from '../metrics/logger.js'
import { RepeatedJob } from './repeated-job.js'

const warnings: string[] = []
const logger = {
  warn: (context: object, message: string) =>
    void warnings.push(`${message}: ${(context as { reason: string }).reason}`),
} as Logger
let job: RepeatedJob

const repeated = (work: () => Promise<unknown>) => {
  job = new RepeatedJob(1, work, logger, 'counting failed')
  job.start()
  return job
}
const reaches = async (isThere: () => boolean) => {
  while (!isThere()) await sleep(1)
}

beforeEach(() => warnings.splice(0))
afterEach(() => job.stop())

it('works again and again, never twice at a time, however long a turn takes', async () => {
  let running = 0
  let most = 0
  let turns = 0
  repeated(async () => {
    most = Math.max(most, ++running)
    await sleep(5)
    running--
    turns++
  })
  await reaches(() => turns >= 4)
  expect(most).toBe(1)
})

it('goes on after a turn that failed, and says so', async () => {
  let turns = 0
  repeated(async () => {
    if (++turns === 2) throw new Error('no way')
  })
  await reaches(() => turns >= 4)
  expect(warnings).toEqual(['counting failed: no way'])
})

it('begins no turn once it is stopped, and says nothing of one that the stopping broke off', async () => {
  let turns = 0
  let breakOff = () => {}
  repeated(() => {
    turns++
    return new Promise((_, reject) => {
      breakOff = () => reject(new Error('the pool has ended'))
    })
  })
  await reaches(() => turns === 1)
  job.stop()
  breakOff()
  await sleep(20)
  expect({ turns, warnings }).toEqual({ turns: 1, warnings: [] })
  job.start()
  await sleep(20)
  expect(turns).toBe(1)
})
