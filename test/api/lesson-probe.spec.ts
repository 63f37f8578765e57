import { setTimeout as sleep } from 'node:timers/promises'
import type { ClassClientEvents } from '@thiso/contracts'
import { Client } from '../support/client'
import {
  classSocket,
  type ClassSocket,
  HostDevice,
  lineFor,
  type MadeLesson,
  makeLesson,
  newDevice,
  PupilDevice,
} from '../support/lesson-class'
import { eventually, useStage } from '../support/stage'

/** What pupils try, and what comes of it: nothing. */
// Behind a proxy, so that the specs can come from many addresses.
const stage = useStage({ TRUST_PROXY: '1' })

interface Played {
  teacher: Client
  lesson: MadeLesson
  host: HostDevice
  pupils: PupilDevice[]
}

const open: { close: () => void }[] = []
afterEach(() => {
  for (const each of open.splice(0)) each.close()
})

type Wish = Parameters<typeof makeLesson>[1]

async function play(names: readonly string[], wish: Wish = {}): Promise<Played> {
  const teacher = await stage.client('teacher')
  const lesson = await makeLesson(teacher, { limitS: 60, ...wish })
  const host = new HostDevice(stage.api.url, teacher, lesson.lessonId)
  open.push(host)
  await eventually('the host watches', async () => host.isWatching)
  const pupils: PupilDevice[] = []
  for (const name of names) pupils.push(await seated(lesson, name))
  return { teacher, lesson, host, pupils }
}

async function seated(lesson: MadeLesson, name: string, device?: string): Promise<PupilDevice> {
  const pupil = await PupilDevice.join(stage.guest(), lesson.pin, name, device)
  open.push(pupil)
  await eventually('the pupil watches', async () => pupil.isWatching)
  return pupil
}

async function itemOf(pupil: PupilDevice, place: number) {
  return eventually('the item', async () => pupil.items.get(place))
}

/** One try, whatever comes of it. */
function tryAnswer(pupil: { socket: ClassSocket }, place: unknown, answer: unknown) {
  return pupil.socket.timeout(5_000).emitWithAck('lesson:answer', { place, answer } as never)
}

const removal = (seat: number) => ({ kind: 'remove' as const, seat })

describe('CR-3: an answer counts once, inside its window, from its seat', () => {
  it('neither twice, nor early, nor in a pause, nor late, nor for another place', async () => {
    const { lesson, host, pupils } = await play(['Nhanh', 'Chậm'], {
      itemCount: 2,
      settings: { leadS: 2, locksWhenAllAnswered: false, revealsItself: false },
    })
    const [fast, slow] = pupils as [PupilDevice, PupilDevice]
    await host.act({ kind: 'next' })
    const item = await itemOf(fast, 1)
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
    await itemOf(slow, 2)
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
    const [pupil] = pupils as [PupilDevice]
    await host.act({ kind: 'next' })
    const item = await itemOf(pupil, 1)
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
    const [victim, thief] = pupils as [PupilDevice, PupilDevice]
    await host.act({ kind: 'next' })
    const item = await itemOf(victim, 1)
    const stranger = classSocket(stage.api.url)
    open.push(stranger)
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
    const { teacher, lesson, host, pupils } = await play(names, {
      itemCount: 3,
      settings: { board: 'end', revealsItself: false, locksWhenAllAnswered: false },
    })
    const [detective, ...others] = pupils as [PupilDevice, PupilDevice, PupilDevice]
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
      const item = await itemOf(detective, place)
      const made = lesson.items.find(({ stem }) => stem === item.stem.vi)
      await ask()
      for (const other of others) await other.answer(place, lineFor(item, lesson.items, true))
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
    void teacher
  })

  it('neither the place nor the token of the right option follows anything over many lessons', async () => {
    const LESSONS = 80
    const teacher = await stage.client('teacher')
    const { items, lessonId } = await makeLesson(teacher, { itemCount: 1 })
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

describe('CR-55: only the host steers', () => {
  it('not a pupil, not another teacher, not with a key of something else', async () => {
    const { teacher, lesson, pupils } = await play(['Lái tàu'], { itemCount: 1 })
    const other = await play([], { itemCount: 1 })
    const [pupil] = pupils as [PupilDevice]
    const params = { lessonId: lesson.lessonId }
    const { code } = await other.teacher.get('offerRemote', { params: { lessonId: other.lesson.lessonId } })
    const { remoteKey: foreign } = await stage.guest().get('takeRemote', { body: { code } })
    const act = { kind: 'next' as const }
    const contestant = await stage.client('contestant')
    const tries: [Client, string | undefined, string][] = [
      [stage.guest(), undefined, 'LESSON.NOT_HOST'],
      [stage.guest(), pupil.token, 'LESSON.NOT_HOST'],
      [stage.guest(), foreign, 'LESSON.NOT_HOST'],
      [stage.guest(), teacher.cookies.get('thiso')?.slice(0, 43), 'LESSON.NOT_HOST'],
      [contestant, undefined, 'LESSON.NOT_FOUND'],
      [other.teacher, undefined, 'LESSON.NOT_FOUND'],
      [other.teacher, foreign, 'LESSON.NOT_FOUND'],
      [await stage.client('organizer'), undefined, 'LESSON.NOT_FOUND'],
    ]
    for (const [client, remoteKey, refusal] of tries) {
      const key = remoteKey === undefined ? {} : { remoteKey }
      expect(await client.refusal('actOnLesson', { params, body: { version: 0, act, ...key } })).toBe(refusal)
      expect(await client.refusal('actOnSeats', { params, body: { act: removal(pupil.seat), ...key } })).toBe(refusal)
      const socket = classSocket(stage.api.url, client.cookies.get('thiso'))
      open.push(socket)
      const reply = await socket.emitWithAck('lesson:host', { lessonId: lesson.lessonId, ...key })
      expect(reply).toEqual({ refused: refusal === 'LESSON.NOT_HOST' ? 'NOT_ALLOWED' : 'NOT_FOUND' })
    }
    for (const route of ['lesson', 'lessonReport', 'offerRemote', 'deleteLesson'] as const) {
      expect(await other.teacher.refusal(route, { params })).toBe('LESSON.NOT_FOUND')
      expect((await contestant.call(route, { params })).status).toBe(403)
      expect((await stage.guest().call(route, { params })).status).toBe(401)
    }
    // Words that hosts do not have to say over a socket do nothing there.
    for (const word of ['lesson:act', 'lesson:step', 'lesson:reveal', 'lesson:standings'])
      pupil.socket.emit(word as keyof ClassClientEvents, { lessonId: lesson.lessonId, act, version: 0 } as never)
    await sleep(200)
    expect((await teacher.get('lesson', { params })).step).toMatchObject({ phase: 'lobby', version: 0 })
  })

  it('a remote’s code works once and for a minute', async () => {
    const { teacher, lesson } = await play([], { itemCount: 1 })
    const params = { lessonId: lesson.lessonId }
    const { code } = await teacher.get('offerRemote', { params })
    const both = await Promise.all([1, 2].map(() => stage.guest().call('takeRemote', { body: { code } })))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 404])
    expect(await stage.guest().refusal('takeRemote', { body: { code } })).toBe('LESSON.REMOTE_GONE')
    const later = await teacher.get('offerRemote', { params })
    await stage.database.pool.query(
      `UPDATE lesson_remote SET until = clock_timestamp() - interval '1 second' WHERE key_hash IS NULL`,
    )
    expect(await stage.guest().refusal('takeRemote', { body: { code: later.code } })).toBe('LESSON.REMOTE_GONE')
    expect(await stage.guest().refusal('takeRemote', { body: { code: 'A'.repeat(22) } })).toBe('LESSON.REMOTE_GONE')
    const { rows } = await stage.database.pool.query(`SELECT * FROM lesson_remote WHERE lesson_id = $1`, [
      lesson.lessonId,
    ])
    expect(JSON.stringify(rows)).not.toContain(code)
  })
})

describe('CR-53: who was removed stays out', () => {
  it('with the same name, device, token, or a name that only looks different', async () => {
    const { teacher, lesson, host, pupils } = await play(['Lê Bo', 'Người khác'], { itemCount: 1 })
    const [removed, bystander] = pupils as [PupilDevice, PupilDevice]
    const params = { lessonId: lesson.lessonId }
    await teacher.get('actOnSeats', { params, body: { act: removal(removed.seat) } })
    await eventually('the device is told', async () => removed.isGone)
    expect(await removed.socket.emitWithAck('lesson:seat', { token: removed.token })).toEqual({ refused: 'REMOVED' })
    expect(await stage.guest().refusal('mySeatReport', { body: { token: removed.token } })).toBe('SEAT.REMOVED')
    const heard = removed.heard.length
    await host.act({ kind: 'next' })
    const item = await itemOf(bystander, 1)
    expect(await tryAnswer(removed, 1, item.options[0]?.token)).toEqual({ refused: 'NOT_ALLOWED' })
    expect(removed.heard.length).toBe(heard)
    const tries: [string, string][] = [
      ['Lê Bo', newDevice()],
      ['Tên Mới', removed.device],
      ['lê bo', newDevice()],
      ['LE BO', newDevice()],
      ['  Lê   Bo ', newDevice()],
      ['LêBo', newDevice()],
      ['Lệ Bở', newDevice()],
      ['Lê-Bo!', newDevice()],
      ['Lê​ Bo', newDevice()],
      ['L ê B o', newDevice()],
      ['Le\u0302 Bo', newDevice()],
    ]
    for (const [name, device] of tries)
      expect([name, await stage.guest().refusal('takeSeat', { body: { pin: lesson.pin, name, device } })]).toEqual([
        name,
        'SEAT.REMOVED',
      ])
  })
})

describe('CR-50: names for the wall', () => {
  it('a rude name is refused at the door and in the host’s hand; nobody renames others', async () => {
    const { teacher, lesson, pupils } = await play(['Hiền'], { itemCount: 1 })
    const [pupil] = pupils as [PupilDevice]
    const params = { lessonId: lesson.lessonId }
    const rename = (name: string) => ({ kind: 'rename' as const, seat: pupil.seat, name })
    for (const name of ['địt mẹ', 'F.U.C.K', 'đ1t m3', 'lồn', 'd i t m e', 'ＦＵＣＫ']) {
      expect(await teacher.refusal('actOnSeats', { params, body: { act: rename(name) } })).toBe('SEAT.NAME_REFUSED')
      const body = { pin: lesson.pin, name, device: newDevice() }
      expect([name, await stage.guest().refusal('takeSeat', { body })]).toEqual([name, 'SEAT.NAME_REFUSED'])
    }
    expect(await stage.guest().refusal('actOnSeats', { params, body: { act: rename('Xấu') } })).toBe('LESSON.NOT_HOST')
    // The device that has a seat keeps its name, whatever it says at the door.
    const again = await stage
      .guest()
      .get('takeSeat', { body: { pin: lesson.pin, name: 'Khác Hẳn', device: pupil.device } })
    expect(again).toMatchObject({ kind: 'seated', view: { seat: { seat: pupil.seat, name: 'Hiền' } } })
    for (const name of ['hiền', 'HIEN', ' Hiên '])
      expect(
        (await stage.guest().call('takeSeat', { body: { pin: lesson.pin, name, device: newDevice() } })).text,
      ).not.toContain('seated"')
  })
})

describe('CR-52, CR-54: who drops comes back', () => {
  it('from the same phone to the same seat with the score; from another one with the host’s tap, and the old token ends', async () => {
    const { teacher, lesson, host, pupils } = await play(['Rớt Mạng', 'Ở Lại'], {
      itemCount: 2,
      settings: { locksWhenAllAnswered: false, revealsItself: false },
    })
    const [dropped, stays] = pupils as [PupilDevice, PupilDevice]
    await host.act({ kind: 'next' })
    const line = lineFor(await itemOf(dropped, 1), lesson.items, true)
    await dropped.answer(1, line)
    dropped.close()
    await eventually('seen as away', async () => host.seats.get(dropped.seat)?.isHere === false)
    // The page lost its token: the device is known all the same.
    const back = await seated(lesson, 'Rớt Mạng', dropped.device)
    expect(back.seat).toBe(dropped.seat)
    expect(back.view).toMatchObject({ isAnswered: true, answer: line })
    await eventually('seen as here', async () => host.seats.get(dropped.seat)?.isHere === true)
    await host.act({ kind: 'lock' })
    await host.act({ kind: 'reveal' })
    await eventually('the outcome', async () => back.outcomes.get(1)?.isRight)

    // Another phone cannot have the name while the first one is there, and has to ask when it is not.
    const device = newDevice()
    const body = { pin: lesson.pin, name: 'Rớt Mạng', device }
    expect(await stage.guest().refusal('takeSeat', { body })).toBe('SEAT.NAME_TAKEN')
    back.close()
    await eventually('seen as away', async () => host.seats.get(dropped.seat)?.isHere === false)
    const asked = await stage.guest().get('takeSeat', { body })
    const twice = await stage.guest().get('takeSeat', { body })
    expect(twice).toEqual(asked)
    const request = await eventually(
      'the host is asked once',
      async () => host.requests.length === 1 && host.requests[0],
    )
    expect(request).toMatchObject({ seat: dropped.seat, name: 'Rớt Mạng' })
    // Somebody else who asks for the same seat does not get in on another's yes.
    const thief = newDevice()
    await stage.guest().get('takeSeat', { body: { ...body, device: thief } })
    await teacher.get('actOnSeats', {
      params: { lessonId: lesson.lessonId },
      body: { act: { kind: 'admit', requestId: request.requestId } },
    })
    expect(await stage.guest().get('takeSeat', { body: { ...body, device: thief } })).toMatchObject({ kind: 'asked' })
    const moved = await seated(lesson, 'Rớt Mạng', device)
    expect(moved.seat).toBe(dropped.seat)
    expect(moved.view).toMatchObject({ rightCount: 1, outcome: { isRight: true } })

    // The old phone wakes up again: its token is worth nothing, neither by socket nor by HTTP.
    const old = new PupilDevice(stage.api.url, 'Rớt Mạng', back.device, back.token, back.seat)
    open.push(old)
    await eventually('the old phone is told', async () => old.isGone)
    expect(await stage.guest().refusal('mySeatReport', { body: { token: back.token } })).toBe('SEAT.NOT_FOUND')
    // Nor does the seat of another device open again by its name.
    await eventually('the new phone is seen', async () => host.seats.get(dropped.seat)?.isHere)
    expect(await stage.guest().refusal('takeSeat', { body: { ...body, device: back.device } })).toBe('SEAT.NAME_TAKEN')
    expect(host.seats.size).toBe(2)
    void stays
  })
})

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
    expect(performance.now() - began).toBeLessThan(10_000)
    expect(new Set(pupils).size).toBe(45)
    const replies = await script
    const refused = replies.filter(({ status }) => status !== 200)
    expect(refused.length).toBeGreaterThanOrEqual(200)
    for (const { status, code, headers } of refused) {
      expect([status, code]).toEqual([429, 'REQUEST.TOO_MANY'])
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
    const [pupil] = pupils as [PupilDevice]
    await host.act({ kind: 'next' })
    const item = await itemOf(pupil, 1)
    const script = knock(
      500,
      (index) => ({ pin: lesson.pin, name: `Máy ${index}`, device: newDevice() }),
      (index) => `10.${index >> 8}.${index & 255}.1`,
    )
    await sleep(50)
    const began = performance.now()
    const sent = await pupil.answer(1, item.options[0]?.token as string)
    const ackMs = performance.now() - began
    expect(sent.ack).not.toBeNull()
    await host.act({ kind: 'pause' })
    const actMs = performance.now() - began
    expect([ackMs < 2_000, actMs < 4_000]).toEqual([true, true])
    for (const { status, code } of await script)
      if (status !== 200) expect(['REQUEST.TOO_MANY', 'SERVER.BUSY']).toContain(code)
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
    const { teacher, lesson, host } = await play([], { itemCount: 1 })
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
    void teacher
  })

  it('ten thousand events on one socket close it, and nobody else feels it', async () => {
    const { host, pupils } = await play(['Spam', 'Bạn cùng lớp'], {
      itemCount: 1,
      settings: { locksWhenAllAnswered: false },
    })
    const [spammer, neighbour] = pupils as [PupilDevice, PupilDevice]
    await host.act({ kind: 'next' })
    const item = await itemOf(neighbour, 1)
    spammer.socket.io.reconnection(false)
    for (let index = 0; index < 10_000; index++) spammer.socket.emit('lesson:react', { reaction: index % 5 })
    const began = performance.now()
    expect(await tryAnswer(neighbour, 1, item.options[0]?.token)).toMatchObject({ place: 1 })
    expect(performance.now() - began).toBeLessThan(2_000)
    await eventually('it is closed', async () => !spammer.socket.connected)
    await sleep(400)
    const counted = host.heard
      .filter(({ event }) => event === 'lesson:reactions')
      .flatMap(({ data }) => (data as { counts: number[] }).counts)
    expect(counted.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(60)
  })

  it('reactions that the host has switched off reach nobody', async () => {
    const { host, pupils } = await play(['Vui'], { itemCount: 1 })
    const [pupil] = pupils as [PupilDevice]
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
    const [hostile, good] = pupils as [PupilDevice, PupilDevice]
    await host.act({ kind: 'next' })
    const item = await itemOf(good, 1)
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
    const { teacher, lesson } = await play([], { itemCount: 1 })
    void lesson
    const set = await teacher.get('createLessonSet', {
      body: { title: 'Đám mây', places: [{ kind: 'word-cloud', prompt: 'Em thấy thế nào?', limitS: 60 }] },
    })
    const made = await teacher.get('createLesson', {
      body: { setId: set.id, settings: { leadS: 0, locksWhenAllAnswered: false } },
    })
    const cloud = { lessonId: made.id, pin: made.pin as string, items: [], limitS: 60 }
    const host = new HostDevice(stage.api.url, teacher, made.id)
    open.push(host)
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
    if (reply.code !== 'REQUEST.TOO_MANY') throw new Error(reply.text)
    await sleep(Number(reply.headers.get('retry-after')) * 1_000)
  }
}

function chiSquare(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
}
