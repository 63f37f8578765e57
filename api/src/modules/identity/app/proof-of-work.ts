import { createHmac, randomInt } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import { createChallenge, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { z } from 'zod'
import { Clock } from '../../../kernel/clock.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import { SETTINGS } from '../../../platform/config/config.module.js'
import type { Settings } from '../../../platform/config/settings.js'
import { KnownNetworks } from '../../../platform/live/known-networks.js'
import { networkOf } from '../../../platform/live/network-of.js'
import { RateLimits } from '../../../platform/live/rate-limits.js'
import { asksProof, isLocalAddress, type JoiningAct, type NetworkKind } from '../domain/unusual-rate.js'
import { SpentProofRepository } from '../infra/spent-proof.repository.js'

/**
 * What a proof costs: keys of PBKDF2-SHA-256 with so many iterations are derived one after the other until one begins as asked, which
 * is the one of a counter drawn from the range; so nobody is ever unlucky beyond its end.
 */
const ALGORITHM = 'PBKDF2/SHA-256'
const ITERATIONS = 120
const KEY_LENGTH = 32
const COUNTERS = [200, 1_000] as const
const VALID_S = 600

/** The header in which a proof comes: base64url of JSON. */
export const PROOF_HEADER = 'x-thi-so-proof'
const HEADER_MAX = 3_000

const hex = (length: number) => z.string().regex(new RegExp(`^[0-9a-f]{${length}}$`))
/** Everything that is signed, and nothing else: what the signature does not know is refused. */
const Proof = z.strictObject({
  challenge: z.strictObject({
    parameters: z.strictObject({
      algorithm: z.literal(ALGORITHM),
      nonce: hex(32),
      salt: hex(32),
      cost: z.literal(ITERATIONS),
      keyLength: z.literal(KEY_LENGTH),
      keyPrefix: hex(KEY_LENGTH),
      keySignature: hex(64),
      expiresAt: z.int(),
      data: z.strictObject({ act: z.string(), network: hex(32) }),
    }),
    signature: hex(64),
  }),
  solution: z.object({
    counter: z.int().min(0).max(COUNTERS[1]),
    derivedKey: hex(2 * KEY_LENGTH),
  }),
})

/**
 * EX-5: a little work for the caller's device where more comes from a network than is usual. The work is bound to the act and to the
 * network, is good for ten minutes and once; the keys never leave the server and are those of all its processes.
 */
@Injectable()
export class ProofOfWork {
  constructor(
    private readonly limits: RateLimits,
    private readonly networks: KnownNetworks,
    private readonly spent: SpentProofRepository,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  challenge(act: JoiningAct, address: string) {
    return createChallenge({
      algorithm: ALGORITHM,
      cost: ITERATIONS,
      counter: randomInt(COUNTERS[0], COUNTERS[1] + 1),
      keyLength: KEY_LENGTH,
      deriveKey,
      data: { act, network: this.markOf(address) },
      expiresAt: Math.floor(this.clock.now() / 1_000) + VALID_S,
      hmacSignatureSecret: this.secret('challenge'),
      hmacKeySignatureSecret: this.secret('key'),
    })
  }

  /**
   * Counts an act of a network, and asks for a proof where that is unusual.
   * @param proof the header as it came
   * @throws ProblemError REQUEST.PROOF_NEEDED where there is none, or none that counts
   */
  async demand(act: JoiningAct, address: string, proof: string | string[] | undefined): Promise<void> {
    const kind = this.kindOf(address)
    if (kind === 'local') return
    if (!asksProof(act, await this.limits.pace(`${act}PaceByAddress`, address), kind)) return
    if (!(await this.accept(act, address, proof))) throw new ProblemError('REQUEST.PROOF_NEEDED', { act })
  }

  private kindOf(address: string): NetworkKind {
    if (isLocalAddress(address)) return 'local'
    return this.networks.isKnown(address) ? 'known' : 'other'
  }

  private async accept(act: JoiningAct, address: string, header: string | string[] | undefined): Promise<boolean> {
    const proof = readProof(header)
    if (!proof) return false
    const { parameters } = proof.challenge
    const left = parameters.expiresAt - this.clock.now() / 1_000
    if (left <= 0 || left > VALID_S) return false
    if (parameters.data.act !== act || parameters.data.network !== this.markOf(address)) return false
    const { verified } = await verifySolution({
      ...proof,
      deriveKey,
      hmacSignatureSecret: this.secret('challenge'),
      hmacKeySignatureSecret: this.secret('key'),
    })
    return verified && this.spent.spend(parameters.nonce, new Date(parameters.expiresAt * 1_000))
  }

  /** The network, in a form that tells nothing about it. */
  private markOf(address: string): string {
    return createHmac('sha256', this.secret('network')).update(networkOf(address)).digest('hex').slice(0, 32)
  }

  private secret(use: string): string {
    return createHmac('sha256', this.settings.sessionSecret).update(`proof of work\0${use}`).digest('hex')
  }
}

function readProof(header: string | string[] | undefined): z.infer<typeof Proof> | null {
  if (typeof header !== 'string' || header.length > HEADER_MAX) return null
  try {
    return Proof.safeParse(JSON.parse(Buffer.from(header, 'base64url').toString('utf8'))).data ?? null
  } catch {
    return null
  }
}
