import { setTimeout as sleep } from 'node:timers/promises'
import { lineFor } from '../support/answer-lines'
import { classSocket } from '../support/class-device'
import type { Pupil } from '../support/pupil'
import { makeClassLesson, tryAnswer, useClasses } from '../support/simulated-class'
import { eventually } from '../support/stage'

/** What pupils try, and what comes of it: nothing. */
const { stage, play } = useClasses()

describe('CR-3: an answer counts once, inside its window, from its seat', () => {
  it('neither twice, nor early, nor in a pause, nor late, nor for another place', async () => {
    const { lesson, host, pupils } = await play(['Nhanh', 'Chậm'], {
      itemCount: 2,
      settings: { leadS: 2, locksWhenAllAnswered: false, revealsItself: false },
    })
    const [fast, slow] = pupils as [Pupil, Pupil]
    await host.act({ kind: 'next' })
    const item = await fast.itemOf(1)
    const [one, other] = item.options.map(({ token }) => token) as [string, string]
    expect(await tryAnswer(fast, 1, one)).toEqual({ refused: 'EARLY' })
    await eventually('it opens', async () => {
      const reply = await tryAnswer(fast, 1, one)
      return 'takenMs' in reply ? reply : false
    })
    expect(await tryAnswer(fast, 1, other)).toEqual({ refused: 'ANSWERED' })
    // The same again is told the same, as after a lost acknowledgement.
    const [first, again] = [await tryAnswer(fast, 1, one), await tryAnswer(fast, 1, one)]
    expect(again).toEqual(first)
    expect(await tryAnswer(fast, 2, one)).toEqual({ refused: 'BAD_REQUEST' })
    await host.act({ kind: 'pause' })
    expect(await tryAnswer(slow, 1, other)).toEqual({ refused: 'PAUSED' })
    await host.act({ kind: 'resume' })
    await host.act({ kind: 'lock' })
    await sleep(400)
    expect(await tryAnswer(slow, 1, other)).toEqual({ refused: 'LATE' })
    await host.act({ kind: 'reveal' })
    expect(await tryAnswer(slow, 1, lineFor(item, lesson.items, true))).toEqual({ refused: 'NOT_ALLOWED' })
    await host.act({ kind: 'next' })
    await slow.itemOf(2)
    // The tokens of a place are worth nothing at another one.
    expect(await tryAnswer(slow, 2, other)).toEqual({ refused: 'BAD_REQUEST' })
    expect(await tryAnswer(slow, 1, other)).toEqual({ refused: 'NOT_ALLOWED' })
    const { rows } = await stage.database.pool.query(`SELECT seat, place FROM lesson_answer WHERE lesson_id = $1`, [
      lesson.lessonId,
    ])
    expect(rows).toEqual([{ seat: fast.seat, place: 1 }])
  })

  it('fifty at once from one seat are one, and every one of them is told what stands', async () => {
    const { lesson, host, pupils } = await play(['Vội'], { itemCount: 1, settings: { locksWhenAllAnswered: false } })
    const [pupil] = pupils as [Pupil]
    await host.act({ kind: 'next' })
    const item = await pupil.itemOf(1)
    const replies = await Promise.all(
      Array.from({ length: 50 }, (_, index) => tryAnswer(pupil, 1, item.options[index % 4]?.token)),
    )
    const { rows } = await stage.database.pool.query<{ response: number[] }>(
      `SELECT response FROM lesson_answer WHERE lesson_id = $1`,
      [lesson.lessonId],
    )
    expect(rows).toHaveLength(1)
    const stored = lesson.items[0]?.options[rows[0]?.response[0] as number]
    for (const [index, reply] of replies.entries())
      expect('takenMs' in reply).toBe(item.options[index % 4]?.text.vi === stored)
  })

  it('for nobody else: a seat is its token, not a socket, a number or a word', async () => {
    const { host, pupils } = await play(['Nạn nhân', 'Kẻ gian'], { itemCount: 1 })
    const [victim, thief] = pupils as [Pupil, Pupil]
    await host.act({ kind: 'next' })
    const item = await victim.itemOf(1)
    const stranger = classSocket(stage.api.url)
    expect(await tryAnswer({ socket: stranger }, 1, item.options[0]?.token)).toEqual({ refused: 'NOT_ALLOWED' })
    const tokens = [
      victim.socket.id?.padEnd(32, 'A'),
      victim.device.padEnd(32, 'A'),
      `${victim.token.slice(0, -1)}${victim.token.endsWith('A') ? 'B' : 'A'}`,
      `${victim.seat}`.padStart(32, '0'),
      "' OR true --".padEnd(32),
    ]
    for (const token of tokens)
      expect(await stranger.emitWithAck('lesson:seat', { token: token as string })).toEqual({ refused: 'NOT_FOUND' })
    expect(await stranger.emitWithAck('lesson:seat', { token: victim.socket.id as string })).toEqual({
      refused: 'BAD_REQUEST',
    })
    // A seat number in the message is not looked at: the answer is the thief's own.
    const extra = { place: 1, answer: item.options[0]?.token, seat: victim.seat, token: victim.token }
    expect(await thief.socket.emitWithAck('lesson:answer', extra as never)).toMatchObject({ place: 1 })
    const view = await victim.socket.emitWithAck('lesson:seat', { token: victim.token })
    expect(view).toMatchObject({ isAnswered: false, answer: null })
  })
})

describe('CR-10: before the reveal no device knows what is right, or what others answer', () => {
  it('nothing in the traffic of a pupil’s device says it', async () => {
    const names = ['Thám tử', 'Trần Thị Kín', 'Lê Văn Giấu']
    const { lesson, host, pupils } = await play(names, {
      itemCount: 3,
      settings: { board: 'end', revealsItself: false, locksWhenAllAnswered: false },
    })
    const [detective, ...others] = pupils as [Pupil, Pupil, Pupil]
    const guest = stage.guest()
    const texts: string[] = []
    /** Everything that the detective can ask for. */
    const ask = async () => {
      texts.push((await guest.call('findLesson', { body: { pin: lesson.pin } })).text)
      texts.push((await guest.call('mySeatReport', { body: { token: detective.token } })).text)
      await detective.socket.emitWithAck('lesson:seat', { token: detective.token })
    }
    const { rows } = await stage.database.pool.query<{ id: string }>(
      `SELECT p.value->>'itemVersionId' AS id FROM lesson, jsonb_array_elements(places) AS p WHERE lesson.id = $1`,
      [lesson.lessonId],
    )
    for (let place = 1; place <= lesson.items.length; place++) {
      const from = detective.frames.length
      texts.length = 0
      await host.act({ kind: 'next' })
      const item = await detective.itemOf(place)
      const made = lesson.items.find(({ stem }) => stem === item.stem.vi)
      await ask()
      for (const other of others) await other.insist(place, lineFor(item, lesson.items, true))
      await tryAnswer(detective, place, item.options[0]?.token)
      await host.act({ kind: 'pause' })
      await host.act({ kind: 'resume' })
      await host.act({ kind: 'lock' })
      await ask()
      await eventually('the lock is told', async () => detective.step?.phase === 'locked')
      const seen = [...detective.frames.slice(from), ...texts].join('\n')
      expect(seen).toContain(item.stem.vi)
      for (const word of [made?.explanation, made?.explanation.replace('GIAITHICH', 'NGUON'), made?.itemId])
        expect(seen).not.toContain(word)
      for (const { id } of rows) expect(seen).not.toContain(id)
      // What was revealed before may be told; of this place only the device's own packets speak.
      expect(texts.join('\n')).not.toContain(item.stem.vi)
      expect(detective.frames.slice(from).join('\n')).not.toMatch(
        /"(key|bars|isKey|isRight|review|explanation|answeredCount)"/,
      )
      // Each option is there once as text; nothing singles one out.
      for (const option of item.options)
        expect(seen.split(option.text.vi).length).toBe(seen.split(item.options[0]?.text.vi as string).length)
      // Of the others: neither names nor what they have chosen. The own choice aside, no token comes alone.
      for (const name of names.slice(1)) expect(seen).not.toContain(name)
      const counts = item.options.slice(1).map(({ token }) => seen.split(token).length)
      expect(new Set(counts).size).toBe(1)
      await host.act({ kind: 'reveal' })
      const reveal = await eventually('the reveal', async () => detective.reveals.get(place))
      expect(JSON.stringify(reveal)).toContain(made?.explanation)
      await host.act({ kind: 'board' })
    }
    expect(new Set(detective.heard.map(({ event }) => event))).toEqual(
      new Set(['lesson:step', 'lesson:outcome', 'lesson:own-seat']),
    )
  })

  it('neither the place nor the token of the right option follows anything over many lessons', async () => {
    const LESSONS = 80
    const teacher = await stage.client('teacher')
    const { items, lessonId } = await makeClassLesson(teacher, { itemCount: 1 })
    const { rows } = await stage.database.pool.query<{ id: string }>(
      `SELECT s.id FROM lesson_set s JOIN lesson l ON l.owner_id = s.owner_id WHERE l.id = $1`,
      [lessonId],
    )
    const places = [0, 0, 0, 0]
    const ranks = [0, 0, 0, 0]
    const tokens = new Set<string>()
    for (let index = 0; index < LESSONS; index++) {
      const made = await teacher.get('createLesson', { body: { setId: rows[0]?.id as string, settings: { leadS: 0 } } })
      const params = { lessonId: made.id }
      await teacher.get('actOnLesson', { params, body: { version: 0, act: { kind: 'next' } } })
      const { item } = await teacher.get('lesson', { params })
      if (!item) throw new Error('no item')
      const right = lineFor(item, items, true)
      for (const { token } of item.options) tokens.add(token)
      const place = item.options.findIndex(({ token }) => token === right)
      const rank = item.options
        .map(({ token }) => token)
        .sort()
        .indexOf(right)
      places[place] = (places[place] ?? 0) + 1
      ranks[rank] = (ranks[rank] ?? 0) + 1
      await teacher.get('actOnLesson', { params, body: { version: 1, act: { kind: 'end' } } })
    }
    // The same item has other tokens each time: what a phone learned yesterday is worth nothing today.
    expect(tokens.size).toBe(LESSONS * 4)
    // Of three degrees of freedom 45 happens once in a billion runs.
    for (const counts of [places, ranks]) expect(chiSquare(counts)).toBeLessThan(45)
  })
})

function chiSquare(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
}
