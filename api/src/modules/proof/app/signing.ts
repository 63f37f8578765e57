import { randomBytes } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import type { Signer } from '../../../kernel/signed-note.js'
import { SETTINGS } from '../../../platform/config/config.module.js'
import type { Settings } from '../../../platform/config/settings.js'
import { chooseKey, keyNameOf } from '../domain/choose-key.js'
import type { SigningKeyEntity } from '../infra/proof.entities.js'
import { SigningKeyRepository } from '../infra/signing-key.repository.js'

/** PF-3: the key with which the platform signs what it publishes; one for all processes. */
@Injectable()
export class Signing {
  private known: Promise<{ signer: Signer; verifierKey: string }> | undefined

  constructor(
    private readonly keys: SigningKeyRepository,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async signer(): Promise<Signer> {
    return (await this.current()).signer
  }

  /** Every key that ever signed, the oldest first, with the one in use marked. */
  async publicKeys(): Promise<{ verifierKey: string; name: string; since: Date; isCurrent: boolean }[]> {
    const { verifierKey } = await this.current()
    const keys = await this.keys.all()
    return keys.map((key: SigningKeyEntity) => ({
      verifierKey: key.verifierKey,
      name: key.name,
      since: key.since,
      isCurrent: key.verifierKey === verifierKey,
    }))
  }

  private current(): Promise<{ signer: Signer; verifierKey: string }> {
    this.known ??= this.settle().catch((error) => {
      this.known = undefined
      throw error
    })
    return this.known
  }

  private async settle(): Promise<{ signer: Signer; verifierKey: string }> {
    const fresh = randomBytes(32)
    let signer: Signer | undefined
    const { verifierKey } = await this.keys.settle((known) => {
      const chosen = chooseKey(keyNameOf(this.settings.publicUrl), known, this.settings.proofSeed, fresh)
      signer = chosen.signer
      return chosen.key
    })
    return { signer: signer as Signer, verifierKey }
  }
}
