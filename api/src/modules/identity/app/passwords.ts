import { hash, verify } from '@node-rs/argon2'
import { Injectable } from '@nestjs/common'
import { ProblemError } from '../../../kernel/problem-error.js'
import { Semaphore } from '../../../kernel/semaphore.js'

const ARGON2ID = 2

/** argon2id, 19 MiB, t = 2, p = 1 (OWASP Password Storage Cheat Sheet). */
const COST = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Two hashes at a time: more would take the cores from people who are answering. Two hundred may wait. */
@Injectable()
export class Passwords {
  private readonly gate = new Semaphore(2, 200)
  private decoy: Promise<string> | undefined

  hash(password: string): Promise<string> {
    return this.gate.run(() => hash(password.normalize('NFC'), COST), busy)
  }

  /** Takes the same time whether or not the account exists (`stored` null), so that log-ins cannot be listed by timing. */
  async matches(stored: string | null, password: string): Promise<boolean> {
    this.decoy ??= this.hash('no account has this password')
    const against = stored ?? (await this.decoy)
    const isRight = await this.gate.run(() => verify(against, password.normalize('NFC')), busy)
    return isRight && stored !== null
  }
}

function busy(): ProblemError {
  return new ProblemError('SERVER.BUSY')
}
