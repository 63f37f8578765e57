import { createHash } from 'node:crypto'
import { checkpointText, type Checkpoint } from '../../../kernel/signed-note.js'

/** The texts that the platform signs besides promises; each begins with the origin of its log. */

/** A checkpoint with when it was made, and whether it is the last one of its log, in lines of their own. */
export function timedCheckpointText(checkpoint: Checkpoint, madeAt: Date, isFinal: boolean): string {
  return `${checkpointText(checkpoint)}time ${madeAt.toISOString()}\n${isFinal ? 'final\n' : ''}`
}

/** What a round is committed to. The second line keeps it from being read as a checkpoint. */
export function commitmentText(commitment: {
  origin: string
  version: number
  secretCommitment: Uint8Array
  poolRoot: Uint8Array
  poolSize: number
  madeAt: Date
}): string {
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
  return [
    commitment.origin,
    `commitment ${commitment.version}`,
    `secret ${base64(commitment.secretCommitment)}`,
    `pool ${commitment.poolSize} ${base64(commitment.poolRoot)}`,
    `time ${commitment.madeAt.toISOString()}`,
    '',
  ].join('\n')
}

const BETWEEN = ' | '

/** A note as one line that can be posted anywhere. */
export function noteLine(note: string): string {
  return note
    .split('\n')
    .filter((line) => line !== '')
    .join(BETWEEN)
}

/**
 * What stands for a checkpoint while its size must not be known: the SHA-256 of its note, as hex. The signature in it cannot be
 * guessed, so nobody finds the size by trying.
 */
export function sealOf(note: string): string {
  return createHash('sha256').update(note).digest('hex')
}

/** The line to post of a checkpoint that is still sealed. */
export function sealedLine(origin: string, madeAt: Date, note: string): string {
  return [origin, `sealed ${sealOf(note)}`, `time ${madeAt.toISOString()}`].join(BETWEEN)
}
