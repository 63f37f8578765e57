import { setTimeout as sleep } from 'node:timers/promises'
import { HostDevice } from '../support/host'
import { newDevice, type Pupil } from '../support/pupil'
import { tryAnswer, useClasses } from '../support/simulated-class'
import { eventually } from '../support/stage'

/** What pupils try, and what comes of it: nothing. */
const { stage, play, seated } = useClasses()

describe('CR-55: floods', () => {
  it('500 joins at once from a script are slowed, and a class of 45 behind one address gets in within seconds', async () => {
    const { teacher, lesson, host } = await play([], { itemCount: 1 })
    const script = knock(
      500,
      (index) => ({ pin: lesson.pin, name: `Máy ${index}`, device: newDevice() }),
      () => '203.0.113.9',
    )
    const began = performance.now()
    const pupils = await Promise.all(
      Array.from({ length: 45 }, (_, index) =>
        insist({ pin: lesson.pin, name: `Học sinh ${index}`, device: newDevice() }, '198.51.100.7'),
      ),
    )
    // Two on an idle machine.
    expect(performance.now() - began).toBeLessThan(20_000)
    expect(new Set(pupils).size).toBe(45)
    const replies = await script
    const refused = replies.filter(({ status }) => status !== 200)
    expect(replies.filter(({ code }) => code === 'REQUEST.TOO_MANY').length).toBeGreaterThanOrEqual(200)
    for (const { code, headers } of refused) {
      expect(['REQUEST.TOO_MANY', 'SERVER.BUSY']).toContain(code)
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
    }
    // The host clears the wall with two taps, and the door stays shut.
    await teacher.get('actOnSeats', { params: { lessonId: lesson.lessonId }, body: { act: { kind: 'clear' } } })
    await host.act({ kind: 'lock-lobby', isLocked: true })
    const late = await knock(
      1,
      () => ({ pin: lesson.pin, name: 'Muộn', device: newDevice() }),
      () => '198.51.100.8',
    )
    expect(late[0]?.code).toBe('SEAT.LOBBY_LOCKED')
  })

  it('joins from 500 addresses at once keep neither the host nor the pupils of a lesson from playing', async () => {
    const { lesson, host, pupils } = await play(['Đang chơi'], {
      itemCount: 2,
      settings: { locksWhenAllAnswered: false },
    })
    const [pupil] = pupils as [Pupil]
    await host.act({ kind: 'next' })
    const item = await pupil.itemOf(1)
    const script = knock(
      500,
      (index) => ({ pin: lesson.pin, name: `Máy ${index}`, device: newDevice() }),
      (index) => `10.${index >> 8}.${index & 255}.1`,
    )
    await sleep(50)
    const began = performance.now()
    const sent = await pupil.insist(1, item.options[0]?.token as string)
    expect(sent.ack).not.toBeNull()
    await host.act({ kind: 'pause' })
    // Not behind the five hundred in their line.
    expect(performance.now() - began).toBeLessThan(10_000)
    const replies = await script
    const refused = replies.filter(({ status }) => status !== 200)
    for (const { code } of refused) expect(['REQUEST.TOO_MANY', 'SERVER.BUSY']).toContain(code)
  })

  it('PINs are not found by trying', async () => {
    const { lesson } = await play([], { itemCount: 1 })
    const wrong = (index: number) => String((Number(lesson.pin) + 1 + index) % 1_000_000).padStart(6, '0')
    const from = '192.0.2.77'
    const find = (pin: string, address: string) =>
      stage.guest().call('findLesson', { body: { pin }, headers: { 'x-forwarded-for': address } })
    // The right one is among those that come at once, late enough to be one try too many.
    const replies = await Promise.all(
      Array.from({ length: 200 }, (_, index) => find(index === 190 ? lesson.pin : wrong(index), from)),
    )
    const codes = replies.map(({ code }) => code)
    expect(codes.filter((code) => code === 'LESSON.PIN_UNKNOWN').length).toBeLessThanOrEqual(60)
    expect(codes[190]).toBe('REQUEST.TOO_MANY')
    expect((await find(lesson.pin, from)).code).toBe('REQUEST.TOO_MANY')
    // A seat is no other way to try.
    const seat = { pin: wrong(1), name: 'Dò mã', device: newDevice() }
    expect((await stage.guest().call('takeSeat', { body: seat, headers: { 'x-forwarded-for': from } })).code).toBe(
      'REQUEST.TOO_MANY',
    )
    // Whoever is somewhere else is not held up.
    expect((await find(lesson.pin, '192.0.2.78')).status).toBe(200)
    // All addresses of one IPv6 line are one.
    const six = await Promise.all(
      Array.from({ length: 80 }, (_, index) => find(wrong(index), `2001:db8:7:1::${index + 1}`)),
    )
    expect(six.filter(({ code }) => code === 'REQUEST.TOO_MANY').length).toBe(20)
  })

  it('an ended lesson and one that never was are told the same, in the same time', async () => {
    const { lesson, host } = await play([], { itemCount: 1 })
    await host.act({ kind: 'end' })
    const other = String((Number(lesson.pin) + 1) % 1_000_000).padStart(6, '0')
    const times: Record<string, number[]> = { ended: [], never: [] }
    const bodies = new Set<string>()
    for (let index = 0; index < 40; index++)
      for (const [which, pin] of [
        ['ended', lesson.pin],
        ['never', other],
      ] as const) {
        const began = performance.now()
        const reply = await stage
          .guest()
          .call('findLesson', { body: { pin }, headers: { 'x-forwarded-for': `192.0.2.${index}` } })
        times[which]?.push(performance.now() - began)
        bodies.add(JSON.stringify({ status: reply.status, ...reply.problem, requestId: '' }))
      }
    expect(bodies.size).toBe(1)
    const median = (which: string) => [...(times[which] ?? [])].sort((a, b) => a - b)[20] ?? 0
    expect(Math.abs(median('ended') - median('never'))).toBeLessThan(Math.max(5, median('never')))
  })

  it('ten thousand events on one socket close it, and nobody else feels it', async () => {
    const { host, pupils } = await play(['Spam', 'Bạn cùng lớp'], {
      itemCount: 1,
      settings: { locksWhenAllAnswered: false },
    })
    const [spammer, neighbour] = pupils as [Pupil, Pupil]
    await host.act({ kind: 'next' })
    const item = await neighbour.itemOf(1)
    spammer.socket.io.reconnection(false)
    for (let index = 0; index < 10_000; index++) spammer.socket.emit('lesson:react', { reaction: index % 5 })
    const began = performance.now()
    expect(await tryAnswer(neighbour, 1, item.options[0]?.token)).toMatchObject({ place: 1 })
    expect(performance.now() - began).toBeLessThan(10_000)
    await eventually('it is closed', async () => !spammer.socket.connected)
    await sleep(400)
    const counted = host.heard
      .filter(({ event }) => event === 'lesson:reactions')
      .flatMap(({ data }) => (data as { counts: number[] }).counts)
    expect(counted.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(60)
  })

  it('reactions that the host has switched off reach nobody', async () => {
    const { host, pupils } = await play(['Vui'], { itemCount: 1 })
    const [pupil] = pupils as [Pupil]
    pupil.socket.emit('lesson:react', { reaction: 0 })
    await eventually('a reaction', async () => host.count('lesson:reactions') === 1)
    await host.act({ kind: 'reactions', isOn: false })
    await eventually('it is told', async () => pupil.step?.areReactionsOn === false)
    pupil.socket.emit('lesson:react', { reaction: 0 })
    await sleep(600)
    expect(host.count('lesson:reactions')).toBe(1)
  })
})

describe('CR-54: what is no message', () => {
  it('is refused in words, and harms no neighbour', async () => {
    const { host, pupils } = await play(['Phá', 'Ngoan'], { itemCount: 1, settings: { locksWhenAllAnswered: false } })
    const [hostile, good] = pupils as [Pupil, Pupil]
    await host.act({ kind: 'next' })
    const item = await good.itemOf(1)
    const line = item.options[0]?.token as string
    const bodies: unknown[] = [
      null,
      [],
      'x',
      7,
      true,
      {},
      { place: '1', answer: line },
      { place: 1.5, answer: line },
      { place: -1, answer: line },
      { place: 1e300, answer: line },
      { place: 1, answer: 7 },
      { place: 1, answer: [line] },
      { place: 1, answer: { $ne: '' } },
      { place: 1, answer: '' },
      { place: 1, answer: 'x'.repeat(601) },
      { place: 1, answer: '\ud800' },
      { place: 1, answer: '\u0000' },
      { place: 1, answer: `${line}'; DROP TABLE lesson_answer; --` },
      { place: 1, answer: `${line} ${line}` },
      { place: 99, answer: line },
      JSON.parse('{"__proto__":{"place":1},"answer":"x"}'),
    ]
    for (const body of bodies)
      expect([body, await hostile.socket.emitWithAck('lesson:answer', body as never)]).toEqual([
        body,
        { refused: 'BAD_REQUEST' },
      ])
    for (const body of [null, { token: 7 }, { token: 'x'.repeat(10_00) }])
      expect(await hostile.socket.emitWithAck('lesson:seat', body as never)).toEqual({ refused: 'BAD_REQUEST' })
    for (const body of [null, { lessonId: 'x' }, { lessonId: hostile.token, remoteKey: {} }])
      expect(await hostile.socket.emitWithAck('lesson:host', body as never)).toEqual({ refused: 'BAD_REQUEST' })
    expect(await tryAnswer(good, 1, line)).toMatchObject({ place: 1 })
    // Larger than any message may be: the connection is closed, the server is not.
    hostile.socket.io.reconnection(false)
    hostile.socket.emit('lesson:answer', { place: 1, answer: 'x'.repeat(50_000) } as never, () => undefined)
    await eventually('it is closed', async () => !hostile.socket.connected)
    expect((await stage.guest().call('serverTime')).status).toBe(200)
  })

  it('a word that the database cannot store costs its sender the answer, and nobody else', async () => {
    const { teacher } = await play([], { itemCount: 1 })
    const set = await teacher.get('createLessonSet', {
      body: { title: 'Đám mây', places: [{ kind: 'word-cloud', prompt: 'Em thấy thế nào?', limitS: 60 }] },
    })
    const made = await teacher.get('createLesson', {
      body: { setId: set.id, settings: { leadS: 0, locksWhenAllAnswered: false } },
    })
    const cloud = { lessonId: made.id, pin: made.pin as string, items: [], limitS: 60 }
    const host = new HostDevice(stage.api.url, teacher, made.id)
    const pupils = await Promise.all(Array.from({ length: 10 }, (_, index) => seated(cloud, `Bạn ${index + 1}`)))
    await eventually('the host watches', async () => host.isWatching)
    await host.act({ kind: 'next' })
    await eventually('the cloud', async () => pupils.every(({ items }) => items.has(1)))
    const replies = await Promise.all(
      pupils.map((pupil, index) => tryAnswer(pupil, 1, index % 2 === 0 ? 'xấu \ud83d' : `vui ${index}`)),
    )
    expect(replies.map((reply) => ('takenMs' in reply ? 'taken' : reply.refused))).toEqual(
      pupils.map((_, index) => (index % 2 === 0 ? 'BAD_REQUEST' : 'taken')),
    )
  })
})

/** Many tries at the door at once, each from an address. */
function knock<B extends { pin: string; name: string; device: string }>(
  count: number,
  bodyOf: (index: number) => B,
  from: (index: number) => string,
) {
  return Promise.all(
    Array.from({ length: count }, (_, index) =>
      stage.guest().call('takeSeat', { body: bodyOf(index), headers: { 'x-forwarded-for': from(index) } }),
    ),
  )
}

/** As the page does: whoever is told to wait, waits and tries again. */
async function insist(body: { pin: string; name: string; device: string }, from: string): Promise<number> {
  for (;;) {
    const reply = await stage.guest().call('takeSeat', { body, headers: { 'x-forwarded-for': from } })
    if (reply.status === 200 && reply.body.kind === 'seated') return reply.body.view.seat.seat
    if (reply.code !== 'REQUEST.TOO_MANY' && reply.code !== 'SERVER.BUSY') throw new Error(reply.text)
    await sleep(Number(reply.headers.get('retry-after')) * 1_000)
  }
}
