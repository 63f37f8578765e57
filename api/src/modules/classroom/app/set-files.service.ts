import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { schemas } from '@thiso/contracts'
import { Clock } from '../../../kernel/clock.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import type { Actor } from '../../../platform/http/actor.js'
import { UPLOAD_MEGABYTES } from '../../../platform/http/upload.js'
import { AuditService } from '../../audit/index.js'
import { AuthoringService, type Author, BanksService, ItemsService } from '../../item-bank/index.js'
import { CarriedRepository } from '../infra/carried.repository.js'
import type { LessonSetEntity, StoredSetPlace } from '../infra/class.entities.js'
import type { CarriedItem, SetContent } from '../infra/files/file-shapes.js'
import { FileThreads } from '../infra/files/file-threads.js'
import { hashOf, writeFile } from '../infra/files/lesson-file.js'
import { SetRepository } from '../infra/set.repository.js'
import { CarriedItems, fingerprint, itemInOf } from './carried-items.js'
import { ClassItems } from './class-items.js'
import { SetsService } from './sets.service.js'

const BANK_NAMES = 20

/** CR-80, CR-81: a set as one file, for a server that has no way to this one, and back in there. */
@Injectable()
export class SetFiles {
  constructor(
    private readonly sets: SetsService,
    private readonly rows: SetRepository,
    private readonly playable: ClassItems,
    private readonly items: ItemsService,
    private readonly carriedItems: CarriedItems,
    private readonly carried: CarriedRepository,
    private readonly threads: FileThreads,
    private readonly authoring: AuthoringService,
    private readonly banks: BanksService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * The file of an own set, keys included. Reading so many keys leaves a trace (IB-4).
   * @throws ProblemError SET.NOT_FOUND; SET.ITEM_UNUSABLE, so that no item of a round that is to come gets out; SET.FILE_TOO_LARGE
   */
  async write(actor: Author, setId: string): Promise<{ title: string; bytes: Buffer }> {
    const set = await this.sets.demand(actor, setId)
    const { content, codes } = await this.contentOf(actor, set)
    const { bytes } = writeFile('set', content)
    if (bytes.length > UPLOAD_MEGABYTES * 1024 * 1024)
      throw new ProblemError('SET.FILE_TOO_LARGE', { megabytes: UPLOAD_MEGABYTES })
    await this.items.recordReading(actor, 'export', codes)
    return { title: set.title, bytes }
  }

  /**
   * Takes a set in: its items come as drafts into a bank of who brings them, where that person may play them in class; contests and
   * practice get them only once a second person has approved them (IB-8). What is here already does not come again.
   * @throws ProblemError SET.FILE_UNREADABLE, LESSON.FILE_NEWER, SET.ITEM_UNUSABLE; then nothing was added
   */
  async take(actor: Actor, bytes: Uint8Array): Promise<{ set: LessonSetEntity; isKnown: boolean }> {
    const { content, sha256 } = await this.threads.read('set', bytes)
    const known = await this.known(actor, content.id, sha256)
    if (known) return { set: known, isKnown: true }
    const read = schemas.createLessonSet.body.safeParse({
      title: content.title,
      places: content.places.map(({ item: _, ...place }) => place),
    })
    const isWhole = content.places.every(
      ({ kind, prompt, choices }) =>
        kind === 'item' || (prompt !== '' && (kind === 'word-cloud' || choices.length >= 2)),
    )
    if (!read.success || !isWhole) throw new ProblemError('SET.FILE_UNREADABLE')
    const { title, places } = read.data

    // What a round of this server still needs is not played here, in whatever file it comes (IB-11).
    const held = await this.playable.heldBack(content.items.map(({ id }) => id))
    const heldAt = content.places.findIndex(({ item }) => item !== null && held.has(content.items[item]?.id ?? ''))
    if (heldAt >= 0) throw new ProblemError('SET.ITEM_UNUSABLE', { place: heldAt + 1 })

    const hashes = content.items.map(fingerprint)
    const here = await this.here(actor, content.items, hashes)
    const missing = content.items.filter((_, index) => !here.has(hashes[index] as string))
    const arrived = await this.carriedItems.take(actor, missing, content.media, 'SET.FILE_UNREADABLE')
    for (const item of arrived)
      if ((await this.authoring.problemsOf(itemInOf(item, actor.accountId))).length > 0)
        throw new ProblemError('SET.FILE_UNREADABLE')
    const bankId = arrived.length > 0 ? await this.bankOf(actor) : ''

    let made: LessonSetEntity | null = null
    await this.authoring
      .createMany(
        actor,
        arrived.map((item) => ({ input: itemInOf(item, bankId), code: '' })),
        { batchId: null, state: 'draft' },
        undefined,
        async (transaction, itemIds) => {
          const brought = missing.map((item, index) => ({
            sha256: fingerprint(item),
            itemId: itemIds[index] as string,
          }))
          const itemIdOf = new Map([...here, ...brought.map(({ sha256: hash, itemId }) => [hash, itemId] as const)])
          await this.carried.setItems(transaction, actor.accountId, onceEach(brought))
          const stored = places.map((place, index): StoredSetPlace => {
            const at = content.places[index]?.item ?? null
            return { ...place, itemId: at === null ? null : (itemIdOf.get(hashes[at] as string) ?? null) }
          })
          const set: LessonSetEntity = {
            id: randomUUID(),
            ownerId: actor.accountId,
            title,
            places: stored,
            changedAt: new Date(this.clock.now()),
            originId: content.id,
            originHash: sha256,
          }
          // The same file at the same moment: the other request has brought everything, this one nothing.
          if (!(await this.carried.insertSet(transaction, set))) throw new BroughtMeanwhile()
          const detail = { format: 'thiso-lesson-set', bankId, count: arrived.length }
          if (arrived.length > 0)
            await this.audit.record(actor.accountId, 'item.imported', `bank:${bankId}`, detail, transaction)
          made = set
        },
      )
      .catch((error: unknown) => {
        if (!(error instanceof BroughtMeanwhile)) throw error
      })
    if (made === null) {
      const other = await this.known(actor, content.id, sha256)
      if (!other) throw new ProblemError('SERVER.BUSY')
      return { set: other, isKnown: true }
    }
    return { set: made, isKnown: false }
  }

  private async contentOf(actor: Author, set: LessonSetEntity): Promise<{ content: SetContent; codes: string[] }> {
    const now = await this.sets.placesNow(actor, set.places)
    const versionIds: string[] = []
    const places = now.map(({ place, found }, index): SetContent['places'][number] => {
      const { kind, prompt, choices, limitS, points, section } = place
      const own = { kind, prompt, choices, limitS, points, section }
      if (kind !== 'item') return { ...own, item: null }
      if (!found) throw new ProblemError('SET.ITEM_UNUSABLE', { place: index + 1 })
      const known = versionIds.indexOf(found.row.itemVersionId)
      return { ...own, item: known >= 0 ? known : versionIds.push(found.row.itemVersionId) - 1 }
    })
    const grounds = new Map(now.flatMap(({ found }) => (found ? [[found.row.itemVersionId, found.row.grounds]] : [])))
    const { items, codes } = await this.carriedItems.out(versionIds, (id) => grounds.get(id) ?? [])
    const media = await this.carriedItems.mediaOf(items, 'SET.FILE_TOO_LARGE')
    return { content: { id: set.id, title: set.title, places, items, media }, codes }
  }

  /** The set if it came in this very file before, or was made here and is still what the file says. */
  private async known(actor: Author, originId: string, sha256: string): Promise<LessonSetEntity | null> {
    const came = await this.carried.findSet(actor.accountId, originId, sha256)
    if (came) return this.rows.find(came.id)
    const own = await this.rows.find(originId)
    if (own?.ownerId !== actor.accountId) return null
    const content = await this.contentOf(actor, own).then(
      (made) => made.content,
      () => null,
    )
    return content && hashOf(content) === sha256 ? own : null
  }

  /** Items of the file that the actor may play here as they are, by the hash of their content. */
  private async here(
    actor: Author,
    items: readonly CarriedItem[],
    hashes: readonly string[],
  ): Promise<Map<string, string>> {
    const came = await this.carried.itemsOf(actor.accountId, hashes)
    const rows = await this.playable.playable(actor, [...new Set([...came.values(), ...items.map(({ id }) => id)])])
    const found = new Map([...came].filter(([, itemId]) => rows.has(itemId)))
    const versions = [...rows.values()]
    const { items: own } = await this.carriedItems.out(
      versions.map(({ itemVersionId }) => itemVersionId),
      (id) => versions.find(({ itemVersionId }) => itemVersionId === id)?.grounds ?? [],
    )
    for (const item of own) if (hashes.includes(fingerprint(item))) found.set(fingerprint(item), item.id)
    return found
  }

  /** The bank for what somebody brings along; made when it is needed first. */
  private async bankOf(actor: Actor): Promise<string> {
    const name = `Câu hỏi mang theo của ${actor.fullName}`.slice(0, 110)
    const ownerId = actor.role === 'teacher' ? actor.accountId : null
    for (let number = 1; number <= BANK_NAMES; number++) {
      const own = number === 1 ? name : `${name} (${number})`
      const known = (await this.banks.list(actor)).find((bank) => bank.ownerId === ownerId && bank.name === own)
      if (known) return known.id
      try {
        return (await this.banks.create(actor, own)).id
      } catch (error) {
        // Somebody else of that name has one.
        if (!(error instanceof ProblemError) || error.code !== 'REQUEST.INVALID') throw error
      }
    }
    throw new ProblemError('SERVER.BUSY')
  }
}

class BroughtMeanwhile extends Error {}

function onceEach(brought: readonly { sha256: string; itemId: string }[]) {
  return [...new Map(brought.map((each) => [each.sha256, each])).values()]
}
