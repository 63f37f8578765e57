import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { SigningKeyEntity } from './proof.entities.js'

@Injectable()
export class SigningKeyRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Every key that ever signed, the oldest first. */
  all(): Promise<SigningKeyEntity[]> {
    return this.dataSource.getRepository(SigningKeyEntity).find({ order: { since: 'ASC', verifierKey: 'ASC' } })
  }

  /**
   * Decides about keys while no other process does.
   * @param decide gets the keys that there are, the oldest first; returns the one to use, which is kept if it is new
   */
  async settle(
    decide: (known: readonly SigningKeyEntity[]) => Omit<SigningKeyEntity, 'since'>,
  ): Promise<Omit<SigningKeyEntity, 'since'>> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query(`SELECT pg_advisory_xact_lock(hashtext('signing key'))`)
      const keys = manager.getRepository(SigningKeyEntity)
      const known = await keys.find({ order: { since: 'ASC', verifierKey: 'ASC' } })
      const chosen = decide(known)
      if (!known.some(({ verifierKey }) => verifierKey === chosen.verifierKey)) await keys.insert(chosen)
      return chosen
    })
  }
}
