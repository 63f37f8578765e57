import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import type { Transaction } from '../../../platform/db/transaction.js'
import type { SafeBrowserKeys } from '../domain/safe-browser.js'
import { SafeBrowserKeysEntity } from './safe-browser-keys.entity.js'

@Injectable()
export class SafeBrowserKeysRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Those of a round; none where nobody has entered any. */
  async of(roundId: string): Promise<SafeBrowserKeys> {
    const found = await this.dataSource.getRepository(SafeBrowserKeysEntity).findOneBy({ roundId })
    return { configKeys: found?.configKeys ?? [], browserKeys: found?.browserKeys ?? [] }
  }

  /** Replaces those of a round, together with what `also` writes. */
  async put(
    roundId: string,
    keys: { configKeys: string[]; browserKeys: string[] },
    also: (transaction: Transaction) => Promise<void>,
  ): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await manager.getRepository(SafeBrowserKeysEntity).upsert({ roundId, ...keys }, ['roundId'])
      await also(manager)
    })
  }
}
