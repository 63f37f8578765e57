import { createRecorder, type PageEvent } from './recorder'

function stage({ isClosed = false } = {}) {
  let [no, now] = [0, 1_000]
  let kept: readonly PageEvent[] = []
  const server = new Map<string, PageEvent>()
  const passing: PageEvent[] = []
  const state = { isAway: false, sent: 0 }
  const make = () =>
    createRecorder({
      async send(events) {
        state.sent += 1
        if (state.isAway) throw new Error('no network')
        for (const event of events) server.set(event.id, event)
        return { taken: events.map(({ id }) => id), isClosed }
      },
      sendInPassing: (events) => void passing.push(...events),
      read: () => kept,
      keep: (events) => {
        kept = events
      },
      now: () => (now += 10),
      newId: () => `event-${++no}`,
    })
  return { state, server, passing, make, kept: () => kept }
}

describe('PE-4: what a page notes', () => {
  it('reaches the server once, in as many requests as it takes', async () => {
    const { make, server, state, kept } = stage()
    const recorder = make()
    for (let n = 0; n < 100; n++) recorder.note({ kind: 'left' })
    await Promise.all([recorder.flush(), recorder.flush()])
    expect([server.size, state.sent, kept()]).toEqual([100, 3, []])
  })

  it('is kept through a time without network and a reload', async () => {
    const { make, server, state, kept } = stage()
    const before = make()
    state.isAway = true
    before.note({ kind: 'left', position: 3 })
    before.note({ kind: 'returned', durationMs: 400 })
    await before.flush()
    expect([server.size, kept().length]).toEqual([0, 2])
    state.isAway = false
    await make().flush()
    expect([...server.values()].map(({ kind, atMs }) => [kind, atMs])).toEqual([
      ['left', 1_010],
      ['returned', 1_020],
    ])
    expect(kept()).toEqual([])
  })

  it('never grows beyond what is ever kept', () => {
    const { make, kept } = stage()
    const recorder = make()
    for (let n = 0; n < 1_000; n++) recorder.note({ kind: 'blurred' })
    expect(kept()).toHaveLength(300)
  })

  it('ends when the server says that nothing is noted about this attempt', async () => {
    const { make, kept, passing, state } = stage({ isClosed: true })
    const recorder = make()
    recorder.note({ kind: 'left' })
    await recorder.flush()
    recorder.note({ kind: 'left' })
    await recorder.flush()
    recorder.leave()
    expect([kept(), passing, state.sent]).toEqual([[], [], 1])
  })

  it('what waits is sent when the page goes away, and still waits if that was in vain', () => {
    const { make, kept, passing } = stage()
    const recorder = make()
    recorder.note({ kind: 'left' })
    recorder.leave()
    expect([passing.length, kept().length]).toEqual([1, 1])
  })
})
