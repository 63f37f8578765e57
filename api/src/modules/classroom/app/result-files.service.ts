import { randomBytes, randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { schemas } from '@thiso/contracts'
import { Clock } from '../../../kernel/clock.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import { vietnamDay } from '../../../kernel/vietnam-time.js'
import { UPLOAD_MEGABYTES } from '../../../platform/http/upload.js'
import { AuditService } from '../../audit/index.js'
import { type Author, ItemsService } from '../../item-bank/index.js'
import { distinctFolded, isSound, pupilsOfSeats } from '../domain/carried-lesson.js'
import { type LessonState, replay } from '../domain/lesson-state.js'
import { CarriedRepository } from '../infra/carried.repository.js'
import { ClassRepository } from '../infra/class.repository.js'
import type { CarriedItem, ResultsContent } from '../infra/files/file-shapes.js'
import { FileThreads } from '../infra/files/file-threads.js'
import { hashOf, writeFile } from '../infra/files/lesson-file.js'
import { LessonRepository, type LessonRow } from '../infra/lesson.repository.js'
import { PlayedRepository } from '../infra/played.repository.js'
import { CarriedItems } from './carried-items.js'
import { HeldPlaces } from './held-places.js'
import { frameOf } from './lesson-conductor.js'
import { toldPlaces } from './lesson-play.js'

/** A lesson that belongs to no class of this server is kept this long (CR-60). */
const KEPT_MS = 60 * 86_400_000

/** CR-82, CR-83: a lesson that was played where there is no network, carried to the server of the province, once. */
@Injectable()
export class ResultFiles {
  constructor(
    private readonly lessons: LessonRepository,
    private readonly classes: ClassRepository,
    private readonly played: PlayedRepository,
    private readonly items: ItemsService,
    private readonly carriedItems: CarriedItems,
    private readonly carried: CarriedRepository,
    private readonly threads: FileThreads,
    private readonly held: HeldPlaces,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * The file of an own lesson: its acts, places, seats, answers and keys as they stood. No seat's token, so nobody can be somebody by it.
   * @throws ProblemError LESSON.NOT_FOUND, LESSON.STILL_RUNNING, LESSON.FILE_HELD, LESSON.FILE_TOO_LARGE
   */
  async write(actor: Author, lessonId: string): Promise<{ title: string; bytes: Buffer }> {
    const lesson = await this.lessons.find(lessonId)
    if (lesson?.ownerId !== actor.accountId) throw new ProblemError('LESSON.NOT_FOUND')
    if (lesson.state.phase !== 'ended') throw new ProblemError('LESSON.STILL_RUNNING')
    const told = toldPlaces(lesson)
    const held = [...(await this.held.now(lesson))].filter((place) => told.has(place))
    if (held.length > 0) throw new ProblemError('LESSON.FILE_HELD', { places: held.join(', ') })
    const { content, codes } = await this.contentOf(lesson)
    content.media = await this.carriedItems.mediaOf(content.items, 'LESSON.FILE_TOO_LARGE')
    const { bytes } = writeFile('results', content)
    if (bytes.length > UPLOAD_MEGABYTES * 1024 * 1024)
      throw new ProblemError('LESSON.FILE_TOO_LARGE', { megabytes: UPLOAD_MEGABYTES })
    if (codes.length > 0) await this.items.recordReading(actor, 'export', codes)
    await this.audit.recordReading(actor.accountId, 'lesson.carried_out', `lesson:${lesson.id}`)
    return { title: lesson.title, bytes }
  }

  /**
   * Takes a lesson in, whole or not at all. The same lesson again is known; the same lesson with other content is refused.
   * @param classId a class of the actor to which it is put; without it the class with the id of the file, if the actor has it
   * @throws ProblemError LESSON.FILE_UNREADABLE, LESSON.FILE_NEWER, LESSON.FILE_DIFFERS, LESSON.FILE_TOO_OLD, CLASS.NOT_FOUND
   */
  async take(
    actor: Author,
    bytes: Uint8Array,
    classId: string | null,
  ): Promise<{ lessonId: string; isKnown: boolean }> {
    const { content } = await this.threads.read('results', bytes)
    const sha256 = playedHash(content)
    const known = await this.known(actor, content.id, sha256)
    if (known) return { lessonId: known, isKnown: true }
    const state = stateOf(content)
    const title = schemas.createLessonSet.body.shape.title.safeParse(content.title)
    if (!state || !title.success) throw new ProblemError('LESSON.FILE_UNREADABLE')

    const own = await this.classOf(actor, classId, content.classId)
    const today = vietnamDay(this.clock.now())
    const here = own?.deleteOn ?? vietnamDay(this.clock.now() + KEPT_MS)
    // What was told where it was played holds here too.
    const deleteOn = content.deleteOn < here ? content.deleteOn : here
    if (deleteOn <= today) throw new ProblemError('LESSON.FILE_TOO_OLD', { day: deleteOn })

    const arrived = await this.carriedItems.take(actor, content.items, content.media, 'LESSON.FILE_UNREADABLE')
    const items = arrived.map((item) => ({ itemVersionId: randomUUID(), item }))
    const pupils = own ? await this.classes.pupils(own.id) : []
    const pupilOf = pupilsOfSeats(content.seats, pupils, content.settings.names === 'roster')
    const folded = distinctFolded(content.seats)
    const lessonId = randomUUID()
    const lesson = {
      id: lessonId,
      ownerId: actor.accountId,
      classId: own?.id ?? null,
      title: title.data,
      settings: content.settings,
      secret: randomBytes(32),
      places: content.places.map(({ item, ...place }) => ({
        ...place,
        itemVersionId: item === null ? null : (items[item]?.itemVersionId ?? null),
      })),
      deleteOn,
      createdAt: new Date(content.createdAt),
      endedAt: new Date(content.endedAt),
      state,
      acts: content.acts,
      seats: content.seats.map((seat) => ({
        ...seat,
        pupilId: pupilOf.get(seat.number) ?? null,
        foldedName: folded.get(seat.number) as string,
        // Nobody has what hashes to it.
        deadToken: randomBytes(32).toString('hex'),
      })),
      answers: content.answers,
      origin: { id: content.id, sha256, className: content.className, items },
    }
    // CR-60: no free text, since entries outlive the lesson.
    const detail = { originId: content.id, seatCount: content.seats.length }
    const isWritten = await this.carried.insertLesson(lesson, (manager) =>
      this.audit.record(actor.accountId, 'lesson.carried_in', `lesson:${lessonId}`, detail, manager),
    )
    if (isWritten) return { lessonId, isKnown: false }
    const other = await this.known(actor, content.id, sha256)
    if (!other) throw new ProblemError('SERVER.BUSY')
    return { lessonId: other, isKnown: true }
  }

  /** @returns the lesson that is here already. @throws ProblemError LESSON.FILE_DIFFERS when it is not what the file says */
  private async known(actor: Author, originId: string, sha256: string): Promise<string | null> {
    const came = await this.carried.findLesson(actor.accountId, originId)
    if (came && came.sha256 !== sha256) throw new ProblemError('LESSON.FILE_DIFFERS')
    if (came) return came.lessonId
    const own = await this.lessons.find(originId)
    if (own?.ownerId !== actor.accountId) return null
    if (own.state.phase !== 'ended' || playedHash((await this.contentOf(own)).content) !== sha256)
      throw new ProblemError('LESSON.FILE_DIFFERS')
    return own.id
  }

  /** @throws ProblemError CLASS.NOT_FOUND for a class that was asked for and is not the actor's */
  private async classOf(actor: Author, askedId: string | null, fileId: string | null) {
    const found = askedId || fileId ? await this.classes.find((askedId ?? fileId) as string) : null
    if (found?.ownerId === actor.accountId) return found
    if (askedId !== null) throw new ProblemError('CLASS.NOT_FOUND')
    return null
  }

  /** Everything but the media. CR-82: of places that nobody was told, neither the item nor what was answered. */
  private async contentOf(lesson: LessonRow): Promise<{ content: ResultsContent; codes: string[] }> {
    const [acts, seats, answers, came] = await Promise.all([
      this.lessons.acts(lesson.id),
      this.played.seats(lesson.id),
      this.played.answers(lesson.id),
      lesson.isCarriedIn ? this.carried.items(lesson.id) : null,
    ])
    const told = toldPlaces(lesson)
    const toldId = (id: string | null, place: number) => (told.has(place) ? id : null)
    const versionIds = [
      ...new Set(lesson.places.flatMap(({ itemVersionId }, index) => toldId(itemVersionId, index + 1) ?? [])),
    ]
    const { items, codes } = came
      ? { items: inOrder(versionIds, came.items), codes: [] }
      : await this.carriedItems.out(versionIds)
    return {
      content: {
        id: came?.originId ?? lesson.id,
        title: lesson.title,
        settings: lesson.settings,
        classId: lesson.classId,
        className: lesson.className,
        createdAt: lesson.createdAt.getTime(),
        endedAt: lesson.endedAt?.getTime() ?? 0,
        deleteOn: lesson.deleteOn,
        places: lesson.places.map(({ itemVersionId, ...place }, index) => {
          const id = toldId(itemVersionId, index + 1)
          return { ...place, choices: [...place.choices], item: id === null ? null : versionIds.indexOf(id) }
        }),
        acts: acts.map(({ act, by, atMs }) => ({
          act: act as ResultsContent['acts'][number]['act'],
          by: by as 'host',
          at: Math.round(atMs),
        })),
        seats,
        answers: answers.filter(([place]) => told.has(place)),
        items,
        media: [],
      },
      codes,
    }
  }
}

/** CR-82: what makes a lesson the same one: what was played, asked and answered, not how its class is called or when it is deleted. */
function playedHash({ id, settings, places, acts, seats, answers, items }: ResultsContent): string {
  return hashOf({ id, settings, places, acts, seats, answers, items })
}

/** The end of the lesson from its acts; null when the file is not one of a lesson. */
function stateOf(content: ResultsContent): LessonState | null {
  const { settings, places, seats, answers, items, acts } = content
  const typed = places.map(({ kind, item }) => {
    const type = item === null ? null : items[item]?.question.type
    return { kind, isTyped: kind === 'word-cloud' || type === 'short-text' || type === 'number' }
  })
  if (!isSound(typed, seats, answers)) return null
  try {
    const state = replay(
      acts.map(({ act, at }) => ({ act, atMs: at })),
      // Its day may have become an earlier one after it was played.
      frameOf({ ...(content as unknown as Pick<LessonRow, 'settings' | 'places'>), goneMs: null }),
    )
    const told = toldPlaces({ state, places, settings })
    const isWhole = places.every(({ kind, item }, index) => kind !== 'item' || item !== null || !told.has(index + 1))
    return state.phase === 'ended' && isWhole ? state : null
  } catch {
    return null
  }
}

function inOrder(versionIds: readonly string[], played: readonly { itemVersionId: string; item: CarriedItem }[]) {
  return versionIds.flatMap((id) => played.find(({ itemVersionId }) => itemVersionId === id)?.item ?? [])
}
