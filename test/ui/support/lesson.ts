import { randomBytes } from 'node:crypto'
import type { ApiBody } from '@thiso/contracts'
import type { Client } from '../../support/client'
import { Host } from '../../support/host'
import { schoolYearNow } from '../../support/lesson'
import { colleagueOf, signedIn } from '../../support/people'
import { type MadeItem, makeItems } from '../../support/story'
import { bodies, TYPES, type TypeName } from './item-types'
import type { Stage } from './stage'

type Settings = NonNullable<ApiBody<'createLesson'>['settings']>
type Place = ApiBody<'createLessonSet'>['places'][number]

/** A teacher with a bank of their own, and a colleague who approves what they write. */
export class Teacher {
  private constructor(
    readonly client: Client,
    private readonly colleague: Client,
    private readonly bankId: string,
    private readonly mark: string,
  ) {}

  static async come(stage: Stage): Promise<Teacher> {
    const client = await signedIn(stage.api.url, stage.database.pool, 'organizer', null, 'Phạm Thị Cô Giáo')
    const mark = randomBytes(3).toString('hex')
    const bank = await client.get('createBank', { body: { name: `Ngân hàng lớp ${mark}` } })
    return new Teacher(client, await colleagueOf(client), bank.id, mark)
  }

  /** Single choices whose stems tell them apart. */
  items(count: number): Promise<MadeItem[]> {
    return makeItems(this.client, this.bankId, count, this.mark)
  }

  /** One approved item of each type, in the order of TYPES. */
  async everyType(): Promise<{ name: TypeName; itemId: string }[]> {
    const made: { name: TypeName; itemId: string }[] = []
    for (const { name } of TYPES) {
      const { id } = await this.client.get('createItem', {
        body: {
          bankId: this.bankId,
          topic: 'concepts',
          level: 'recall',
          body: bodies[name],
          explanation: 'Giải thích để dạy tiếp từ câu này.',
          translations: {},
          citations: [
            {
              documentId: null,
              title: 'Luật mẫu',
              url: 'https://example.org/luat',
              locator: 'Điều 3',
              role: 'reference',
            },
          ],
          validFrom: null,
          validTo: null,
        },
      })
      await this.client.get('actOnItem', { params: { itemId: id }, body: { act: 'submit' } })
      await this.colleague.get('actOnItem', { params: { itemId: id }, body: { act: 'approve' } })
      made.push({ name, itemId: id })
    }
    return made
  }

  async schoolClass(names: string[]): Promise<string> {
    const made = await this.client.get('createSchoolClass', {
      body: { name: `8A ${this.mark}`, grade: 8, schoolYear: schoolYearNow() },
    })
    await this.client.get('setPupils', {
      params: { classId: made.id },
      body: { pupils: names.map((name) => ({ name })) },
    })
    return made.id
  }

  async lesson(places: Place[], settings: Settings, classId: string | null = null): Promise<Host> {
    const set = await this.client.get('createLessonSet', { body: { title: 'Ôn tập chuyển đổi số', places } })
    const made = await this.client.get('createLesson', { body: { setId: set.id, classId, settings } })
    if (made.pin === null) throw new Error('no PIN')
    return new Host(this.client, made.id, made.pin)
  }
}

export const itemPlace = (itemId: string, limitS = 60): Place => ({ kind: 'item', itemId, limitS })
