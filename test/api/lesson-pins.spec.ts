import type { ApiBody } from '@thiso/contracts'
import { closeSockets, items, type Lesson, newDevice, openLesson } from '../support/lesson'
import { useStage } from '../support/stage'

const stage = useStage({ TRUST_PROXY: '1' })
afterEach(closeSockets)

const from = (address: string) => ({ headers: { 'x-forwarded-for': address } })
const find = (body: ApiBody<'findLesson'>, address: string) =>
  stage.guest().call('findLesson', { body, ...from(address) })
const take = (body: Partial<ApiBody<'takeSeat'>> & { pin: string }, address: string) =>
  stage.guest().call('takeSeat', { body: { name: '', device: newDevice(), ...body }, ...from(address) })

/** A PIN under which there is no lesson. */
const wrong = (lesson: Lesson, index: number) => String((Number(lesson.pin) + 1 + index) % 1_000_000).padStart(6, '0')

/** What stands in the QR code of the class screen behind the PIN. */
async function keyOf(lesson: Lesson): Promise<string> {
  const { door } = await lesson.view()
  const url = new URL(door?.url as string)
  expect(url.pathname).toBe(`/lop/${lesson.pin}`)
  return url.hash.slice(1)
}

const inTurn = async <T>(count: number, ask: (index: number) => Promise<T>): Promise<T[]> => {
  const replies: T[] = []
  for (let at = 0; at < count; at += 50)
    replies.push(
      ...(await Promise.all(Array.from({ length: Math.min(50, count - at) }, (_, index) => ask(at + index)))),
    )
  return replies
}

describe('CR-55: the door of a lesson', () => {
  it('one who tries PINs out shuts it for guesses of the school’s address, not for the QR code', async () => {
    const teacher = await stage.client('teacher')
    const lesson = await openLesson(stage, teacher, items(1))
    const door = await keyOf(lesson)
    expect(door).toMatch(/^[\w-]{11}$/)
    const school = '192.0.2.10'
    const tries = await inTurn(70, (index) => find({ pin: wrong(lesson, index) }, school))
    expect(tries.filter(({ code }) => code === 'LESSON.PIN_UNKNOWN').length).toBeLessThanOrEqual(60)
    expect((await find({ pin: lesson.pin }, school)).code).toBe('REQUEST.TOO_MANY')
    expect((await take({ pin: lesson.pin }, school)).code).toBe('REQUEST.TOO_MANY')
    // A key that is none leads as far as a typed PIN.
    expect((await find({ pin: lesson.pin, door: 'A'.repeat(11) }, school)).code).toBe('REQUEST.TOO_MANY')
    expect((await find({ pin: wrong(lesson, 99), door }, school)).code).toBe('REQUEST.TOO_MANY')
    const found = await find({ pin: lesson.pin, door }, school)
    expect(found.status).toBe(200)
    expect((await take({ pin: lesson.pin, door, name: 'An' }, school)).body).toMatchObject({ kind: 'seated' })
    // Somebody has a seat from here by now: the PIN is no guess any more, for this lesson.
    expect((await find({ pin: lesson.pin }, school)).status).toBe(200)
    expect((await take({ pin: lesson.pin, name: 'Bình' }, school)).body).toMatchObject({ kind: 'seated' })
    const other = await openLesson(stage, teacher, items(1))
    expect((await find({ pin: other.pin }, school)).code).toBe('REQUEST.TOO_MANY')

    // The key is for the class screen: no phone is told, and with the lesson it ends.
    const pupil = await lesson.join('Chi')
    await lesson.next()
    expect(JSON.stringify([found.body, pupil.view, pupil.heard])).not.toContain(door)
    await lesson.act('end')
    expect((await lesson.view()).door).toBeNull()
    expect((await find({ pin: lesson.pin, door }, '192.0.2.11')).code).toBe('LESSON.PIN_UNKNOWN')
  })

  it('all networks of one IPv6 line count together', async () => {
    const lesson = await openLesson(stage, await stage.client('teacher'), items(1))
    const replies = await inTurn(150, (index) =>
      find({ pin: wrong(lesson, index) }, `2001:db8:9:${(0x4200 + (index % 5)).toString(16)}::${index + 1}`),
    )
    expect(replies.filter(({ code }) => code === 'REQUEST.TOO_MANY').length).toBe(30)
    expect((await find({ pin: lesson.pin }, '2001:db8:9:42ff::1')).code).toBe('REQUEST.TOO_MANY')
    expect((await find({ pin: lesson.pin }, '2001:db8:9:4300::1')).status).toBe(200)
  })

  it('what stands behind a right PIN, and the own report, are asked for so often by one address and no oftener', async () => {
    const lesson = await openLesson(stage, await stage.client('teacher'), items(1))
    const door = await keyOf(lesson)
    const hall = '192.0.2.20'
    const found = await inTurn(3_020, () => find({ pin: lesson.pin, door }, hall))
    expect(found.filter(({ status }) => status === 200).length).toBe(3_000)
    expect(found.filter(({ code }) => code === 'REQUEST.TOO_MANY').length).toBe(20)
    const asked = await inTurn(3_020, (index) =>
      stage.guest().call('mySeatReport', { body: { token: String(index).padStart(32, '0') }, ...from(hall) }),
    )
    expect(asked.filter(({ code }) => code === 'REQUEST.TOO_MANY').length).toBe(20)
  })

  // The last one: for a minute nobody types a PIN after it.
  it('guesses from very many addresses shut it for typed PINs everywhere; QR codes and classes that are in go on', async () => {
    const lesson = await openLesson(stage, await stage.client('teacher'), items(1))
    const door = await keyOf(lesson)
    expect((await take({ pin: lesson.pin, name: 'An' }, '198.51.100.1')).body).toMatchObject({ kind: 'seated' })
    const replies = await inTurn(700, (index) =>
      find({ pin: wrong(lesson, index) }, `10.${index >> 8}.${index & 255}.1`),
    )
    const told = replies.filter(({ code }) => code === 'LESSON.PIN_UNKNOWN')
    expect(told.length).toBeLessThanOrEqual(600)
    expect((await find({ pin: lesson.pin }, '203.0.113.1')).code).toBe('REQUEST.TOO_MANY')
    expect((await find({ pin: lesson.pin, door }, '203.0.113.1')).status).toBe(200)
    expect((await take({ pin: lesson.pin, door, name: 'Bình' }, '203.0.113.1')).body).toMatchObject({ kind: 'seated' })
    expect((await find({ pin: lesson.pin }, '198.51.100.1')).status).toBe(200)
  })
})
