import type { NoticeKind, NoticeParams } from '@thiso/contracts/vocab'
import { Injectable } from '@nestjs/common'
import type { Transaction } from '../../../platform/db/transaction.js'
import { NoticeRepository } from '../infra/notice.repository.js'

/** What the platform tells people by itself: they find it under the bell, in their language. */
@Injectable()
export class NoticesService {
  constructor(private readonly notices: NoticeRepository) {}

  /**
   * NT-1: tells everybody of a list the same, each once, in one statement.
   * @param transaction of the act that it is about, so that nobody is told what did not happen; null: none
   * @param link a page of the contest site that shows more, as '/dot/…'
   */
  async tell<K extends NoticeKind>(
    transaction: Transaction | null,
    accountIds: readonly string[],
    kind: K,
    params: NoticeParams[K],
    link: string | null = null,
  ): Promise<void> {
    if (accountIds.length > 0) await this.notices.insertSame(transaction, accountIds, { kind, params, link })
  }

  /** NT-1: tells each person something of the own, as the place before and after a change of results. */
  async tellEach<K extends NoticeKind>(
    transaction: Transaction | null,
    kind: K,
    told: readonly { accountId: string; params: NoticeParams[K]; link: string | null }[],
  ): Promise<void> {
    if (told.length > 0) await this.notices.insertEach(transaction, kind, told)
  }

  /** ID-8: of everything that a person was told, when it was told and read. */
  historyOf(accountId: string) {
    return this.notices.allOf(accountId)
  }

  async list(accountId: string, page: number, size: number) {
    const [list, unreadCount] = await Promise.all([
      this.notices.list(accountId, page, size),
      this.notices.unreadCount(accountId),
    ])
    return { ...list, unreadCount }
  }

  /**
   * NT-2: whatever was told until then counts as read; what came since does not.
   * @returns how many are unread
   */
  async read(accountId: string, until: Date): Promise<number> {
    await this.notices.read(accountId, until)
    return this.notices.unreadCount(accountId)
  }
}
