import { randomBytes } from 'node:crypto'
import {
  type ApiBody,
  type HostViewData,
  type LessonItemData,
  PROTOCOL_VERSION,
  type SeatViewData,
} from '@thiso/contracts'
import { io, type Socket } from 'socket.io-client'
import { Client } from './client'
import { eventually } from './stage'

type Settings = NonNullable<ApiBody<'createLesson'>['settings']>
type Act = ApiBody<'actOnLesson'>['act']

/** Whoever plays, and what each answers, place after place: the words of options (all of them where several are right), or what is typed; null says nothing. */
export interface Player {
  name: string
  answers: readonly (string | readonly string[] | null)[]
  /** The pupil of the class list, where the lesson is joined by it. */
  pupilId?: string
  team?: number
  /** Joins only once this place has been opened, and so plays from the next one. */
  joinsAt?: number
  /** The host removes the seat once this place is over. */
  removedAfter?: number
}

export interface LessonPlan {
  setId: string
  classId?: string
  settings?: Partial<Settings>
  players: readonly Player[]
  /** Places that the host skips. */
  skips?: readonly number[]
  /** Ends after this place, without the rest. */
  endsAfter?: number
  /** Stops there instead of ending: the lesson runs on. */
  runsOn?: boolean
}

interface Seated {
  player: Player
  seat: number
  socket: Socket
  item: LessonItemData | null
}

/** Plays a lesson in which the host moves everybody, from the lobby to the end, over real sockets. @returns its id */
export async function playLesson(teacher: Client, plan: LessonPlan): Promise<string> {
  const settings = { leadS: 0, names: plan.classId ? ('roster' as const) : ('nickname' as const), ...plan.settings }
  const lesson = await teacher.get('createLesson', {
    body: { setId: plan.setId, classId: plan.classId ?? null, settings },
  })
  const pin = lesson.pin as string
  const seated: Seated[] = []
  const join = async (joinsAt: number) => {
    const coming = plan.players.filter((player) => (player.joinsAt ?? 0) === joinsAt)
    seated.push(...(await Promise.all(coming.map((player) => takeSeat(teacher.baseUrl, pin, player)))))
  }
  try {
    await join(0)
    const last = plan.endsAfter ?? lesson.step.placeCount
    for (let place = 1; place <= last; place++) {
      await act(teacher, lesson.id, 'next')
      await join(place)
      if (plan.skips?.includes(place)) await act(teacher, lesson.id, 'skip')
      else await playPlace(teacher, lesson.id, place, seated)
      for (const { player, seat } of seated)
        if (player.removedAfter === place)
          await teacher.get('actOnSeats', { params: { lessonId: lesson.id }, body: { act: { kind: 'remove', seat } } })
    }
    if (!plan.runsOn) await act(teacher, lesson.id, 'end')
    return lesson.id
  } finally {
    for (const { socket } of seated) socket.close()
  }
}

async function playPlace(teacher: Client, lessonId: string, place: number, seated: readonly Seated[]): Promise<void> {
  await Promise.all(
    seated
      .filter(({ player }) => (player.joinsAt ?? 0) < place && (player.removedAfter ?? place) >= place)
      .map(async (seat) => {
        const { player, socket } = seat
        const said = player.answers[place - 1] ?? null
        if (said === null) return
        const item = await eventually(`item ${place} for ${player.name}`, async () =>
          seat.item?.place === place ? seat.item : null,
        )
        const reply = await socket.emitWithAck('lesson:answer', { place, answer: lineOf(item, said) })
        // Out of the floor of a bell nobody answers; whatever else is refused is a mistake of the spec.
        if ('refused' in reply && reply.refused !== 'NOT_ALLOWED') throw new Error(`${player.name}: ${reply.refused}`)
      }),
  )
  const { step } = await hostView(teacher, lessonId)
  if (step.phase === 'open') await act(teacher, lessonId, 'lock', true)
  await eventually(`the reveal of ${place}`, async () => (await hostView(teacher, lessonId)).step.phase === 'revealed')
}

async function takeSeat(url: string, pin: string, player: Player): Promise<Seated> {
  const seat = await new Client(url).get('takeSeat', {
    body: {
      pin,
      name: player.pupilId ? '' : player.name,
      pupilId: player.pupilId ?? null,
      team: player.team ?? null,
      device: randomBytes(12).toString('base64url'),
    },
  })
  if (seat.kind !== 'seated') throw new Error(`${player.name} was not seated`)
  const socket = io(url, { transports: ['websocket'], forceNew: true, auth: { protocol: PROTOCOL_VERSION } })
  const view: SeatViewData = await socket.emitWithAck('lesson:seat', { token: seat.token })
  const seated: Seated = { player, seat: view.seat.seat, socket, item: view.item }
  socket.on('lesson:step', ({ item }: { item?: LessonItemData }) => {
    if (item) seated.item = item
  })
  return seated
}

/** An answer as a phone sends it: tokens of the options with these words, or what was typed. */
function lineOf(item: LessonItemData, said: string | readonly string[]): string {
  const words = typeof said === 'string' ? [said] : said
  if (item.options.length === 0) return words.join(' ')
  // Of true and false only the place tells which is which: true comes first.
  const names = item.type === 'true-false' ? ['Đúng', 'Sai'] : item.options.map(({ text }) => text.vi)
  return words
    .map((word) => {
      const option = item.options[names.indexOf(word)]
      if (!option) throw new Error(`item ${item.place} has no option “${word}”`)
      return option.token
    })
    .join(' ')
}

const hostView = (teacher: Client, lessonId: string): Promise<HostViewData> =>
  teacher.get('lesson', { params: { lessonId } })

/** @param mayBeLate the lesson may have moved on by itself in the meantime, to the same end */
async function act(teacher: Client, lessonId: string, kind: Act['kind'], mayBeLate = false): Promise<void> {
  const { step } = await hostView(teacher, lessonId)
  const reply = await teacher.call('actOnLesson', {
    params: { lessonId },
    body: { version: step.version, act: { kind } as Act },
  })
  if (reply.status !== 200 && !mayBeLate) throw new Error(`${kind}: ${reply.text}`)
}
