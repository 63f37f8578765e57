import { ProblemError } from '../../kernel/problem-error.js'
import { type Answers, runThread, ThreadOverrun, ThreadStopped } from './limited-thread.js'

/** The file of a thread, written into its address. `ask(name, payload)` and `say(message)` stand ready. */
function fileOf(work: string): URL {
  const source = `
    import { parentPort, workerData } from 'node:worker_threads'
    const waiting = new Map()
    let last = 0
    parentPort.on('message', ({ id, value }) => waiting.get(id)(value))
    const say = (message) => parentPort.postMessage(message)
    const ask = (name, payload) => new Promise((resolve) => {
      waiting.set(++last, resolve)
      say({ kind: 'ask', id: last, name, payload })
    })
    const done = (result) => say({ kind: 'done', result })
    ${work}`
  return new URL(`data:text/javascript,${encodeURIComponent(source)}`)
}

const LIMITS = { memoryMegabytes: 64, workMs: 5_000 }
const run = (work: string, answers: Answers = {}, limits = LIMITS, stop = new AbortController().signal) =>
  runThread(fileOf(work), { number: 20 }, [], answers, limits, stop)
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('a thread with limits', () => {
  it('works on what it is given, asks its host, and gives its result back', async () => {
    const answers = { twice: async (n: number) => n * 2, once: (n: number) => n }
    expect(await run(`done((await ask('twice', workerData.number)) + (await ask('once', 2)))`, answers)).toBe(42)
  })

  it('sees no secret of the process', async () => {
    process.env['THISO_SPEC_SECRET'] = 'geheim'
    try {
      expect(await run('done(Object.keys(process.env))')).not.toContain('THISO_SPEC_SECRET')
    } finally {
      delete process.env['THISO_SPEC_SECRET']
    }
  })

  it('is ended when it works too long, and the host goes on meanwhile', async () => {
    let ticks = 0
    const ticking = setInterval(() => ticks++, 10)
    const work = run('for (;;) {}', {}, { memoryMegabytes: 64, workMs: 300 })
    await expect(work).rejects.toEqual(new ThreadOverrun('time'))
    clearInterval(ticking)
    expect(ticks).toBeGreaterThan(5)
  })

  it('may wait for answers as long as they take', async () => {
    const answers = { slow: () => pause(400).then(() => 'there') }
    const work = `const answers = await Promise.all([ask('slow'), ask('slow')]); done(answers.join(' '))`
    expect(await run(work, answers, { memoryMegabytes: 64, workMs: 350 })).toBe('there there')
  })

  it('is ended when it takes too much memory, and the host lives', async () => {
    const work = `const kept = []; for (let i = 0; ; i++) kept.push('x'.repeat(1000) + i, { i })`
    await expect(run(work, {}, { memoryMegabytes: 32, workMs: 20_000 })).rejects.toEqual(new ThreadOverrun('memory'))
  })

  it('is ended by its host at any moment, also before it begins', async () => {
    const control = new AbortController()
    setTimeout(() => control.abort(), 100)
    await expect(run('for (;;) {}', {}, LIMITS, control.signal)).rejects.toEqual(new ThreadStopped())
    await expect(run('done(1)', {}, LIMITS, control.signal)).rejects.toEqual(new ThreadStopped())
  })

  it('hands on a refusal as it is, and anything else under its own name', async () => {
    const refusal = `say({ kind: 'failed', name: 'x', message: 'x', problem: { code: 'UPLOAD.TOO_MANY_ROWS', params: { limit: 5 } } })`
    const error = await run(refusal).catch((thrown) => thrown)
    expect(error).toBeInstanceOf(ProblemError)
    expect(error).toMatchObject({ code: 'UPLOAD.TOO_MANY_ROWS', params: { limit: 5 } })
    await expect(
      run(`say({ kind: 'failed', name: 'TypeError', message: 'odd', problem: null })`),
    ).rejects.toMatchObject({
      name: 'TypeError',
      message: 'odd',
    })
    await expect(run(`throw new RangeError('outside')`)).rejects.toMatchObject({ message: 'outside' })
    await expect(run('process.exit(0)')).rejects.toThrow('without a result')
  })

  it('ends when its host cannot answer', async () => {
    const answers = { bank: () => Promise.reject(new Error('the database is away')) }
    await expect(run(`await ask('bank'); done(1)`, answers)).rejects.toThrow('the database is away')
    await expect(run(`await ask('unknown'); done(1)`)).rejects.toThrow('unknown')
  })
})
