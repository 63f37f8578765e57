import type { Client } from './client'
import { type ClassSocket, HostDevice, type MadeLesson, makeLesson, PupilDevice } from './lesson-class'
import { eventually, useStage } from './stage'

export interface PlayedClass {
  teacher: Client
  lesson: MadeLesson
  host: HostDevice
  pupils: PupilDevice[]
}

type Wish = Parameters<typeof makeLesson>[1]

/** Classes for specs that try what pupils try; every device is closed after its test. */
export function useClasses() {
  // Behind a proxy, so that a spec can come from many addresses.
  const stage = useStage({ TRUST_PROXY: '1' })
  const open: { close: () => void }[] = []
  afterEach(() => {
    for (const each of open.splice(0)) each.close()
  })

  async function play(names: readonly string[], wish: Wish = {}): Promise<PlayedClass> {
    const teacher = await stage.client('teacher')
    const lesson = await makeLesson(teacher, { limitS: 60, ...wish })
    const host = new HostDevice(stage.api.url, teacher, lesson.lessonId)
    open.push(host)
    await eventually('the host watches', async () => host.isWatching)
    const pupils: PupilDevice[] = []
    for (const name of names) pupils.push(await seated(lesson, name))
    return { teacher, lesson, host, pupils }
  }

  async function seated(lesson: Pick<MadeLesson, 'pin'>, name: string, device?: string): Promise<PupilDevice> {
    const pupil = await PupilDevice.join(stage.guest(), lesson.pin, name, device)
    open.push(pupil)
    await eventually('the pupil watches', async () => pupil.isWatching)
    return pupil
  }

  return { stage, open, play, seated }
}

export async function itemOf(pupil: PupilDevice, place: number) {
  return eventually('the item', async () => pupil.items.get(place))
}

/** One try, whatever comes of it. */
export function tryAnswer(pupil: { socket: ClassSocket }, place: unknown, answer: unknown) {
  return pupil.socket.timeout(5_000).emitWithAck('lesson:answer', { place, answer } as never)
}
