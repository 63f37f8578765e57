import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import type { HeldRuling, NoticeName } from '@thiso/contracts/vocab'
import type { Transaction } from '../../../platform/db/transaction.js'
import { NoticesService } from '../../notices/index.js'
import { WorkRepository } from '../infra/work.repository.js'

/** IB-17: items whose own key did not hold in the results of a round. */
@Injectable()
export class RuledItemsService {
  constructor(
    private readonly work: WorkRepository,
    private readonly notices: NoticesService,
  ) {}

  /**
   * Keeps at the item that it was ruled about, and tells whoever wrote it. Its own key stays as it is: changing it is the author's act,
   * and a second person's to approve.
   * @param transaction in which the ruling is applied
   */
  async note(
    transaction: Transaction,
    itemVersionId: string,
    { kind, round, reason }: { kind: HeldRuling['kind']; round: NoticeName; reason: string },
  ): Promise<void> {
    const owned = await this.work.ownersOf(transaction, itemVersionId)
    if (!owned) return
    const { itemId, code, version, authorIds } = owned
    await this.work.addComment(
      { id: randomUUID(), itemId, version, authorId: null, text: `${round.vi}: ${reason}`, act: `ruled-${kind}` },
      transaction,
    )
    const link = `/admin/cau-hoi/${itemId}`
    await this.notices.tell(transaction, authorIds, 'item-ruled', { code, round, ruling: kind, reason }, link)
  }
}
