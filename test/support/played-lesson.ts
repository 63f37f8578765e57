import type { ApiBody } from '@thiso/contracts'
import { lineSaying } from './answer-lines'
import { Client } from './client'
import { Host } from './host'
import { Pupil } from './pupil'
import { eventually } from './stage'

type Settings = NonNullable<ApiBody<'createLesson'>['settings']>

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
  phone: Pupil
}

/** Plays a lesson in which the host moves everybody, from the lobby to the end, over real sockets. @returns its id */
export async function playLesson(teacher: Client, plan: LessonPlan): Promise<string> {
  const settings = { leadS: 0, names: plan.classId ? ('roster' as const) : ('nickname' as const), ...plan.settings }
  const lesson = await teacher.get('createLesson', {
    body: { setId: plan.setId, classId: plan.classId ?? null, settings },
  })
  const host = new Host(teacher, lesson.id, lesson.pin as string)
  const seated: Seated[] = []
  const join = async (joinsAt: number) => {
    const coming = plan.players.filter((player) => (player.joinsAt ?? 0) === joinsAt)
    seated.push(...(await Promise.all(coming.map(async (player) => ({ player, phone: await takeSeat(host, player) })))))
    // Told in groups: an item that somebody answers before would be over for the others (CR-5).
    await eventually('all are here', async () =>
      (await host.view()).seats.every(({ isHere, isRemoved }) => isHere || isRemoved),
    )
  }
  try {
    await join(0)
    const last = plan.endsAfter ?? lesson.step.placeCount
    for (let place = 1; place <= last; place++) {
      await host.act('next')
      await join(place)
      if (plan.skips?.includes(place)) await host.act('skip')
      else await playPlace(host, place, seated)
      for (const { player, phone } of seated)
        if (player.removedAfter === place) await host.seats({ kind: 'remove', seat: phone.seat })
    }
    if (!plan.runsOn) await host.act('end')
    return lesson.id
  } finally {
    for (const { phone } of seated) phone.close()
  }
}

async function playPlace(host: Host, place: number, seated: readonly Seated[]): Promise<void> {
  await Promise.all(
    seated
      .filter(({ player }) => (player.joinsAt ?? 0) < place && (player.removedAfter ?? place) >= place)
      .map(async ({ player, phone }) => {
        const said = player.answers[place - 1] ?? null
        if (said === null) return
        const reply = await phone.answer(place, lineSaying(await phone.itemOf(place), said))
        // Out of the floor of a bell nobody answers; whatever else is refused is a mistake of the spec.
        if ('refused' in reply && reply.refused !== 'NOT_ALLOWED') throw new Error(`${player.name}: ${reply.refused}`)
      }),
  )
  const { step } = await host.view()
  if (step.phase === 'open') await host.lock()
  await host.reaches('revealed', place)
}

function takeSeat(host: Host, { name, pupilId, team }: Player): Promise<Pupil> {
  const wish = { name: pupilId ? '' : name, pupilId: pupilId ?? null, team: team ?? null }
  return Pupil.join(new Client(host.client.baseUrl), host.pin, wish)
}
