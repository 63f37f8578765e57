import { Injectable } from '@nestjs/common'
import { setImmediate } from 'node:timers/promises'
import { MerkleTree } from '../../../kernel/merkle-tree.js'
import { RoundLogRepository } from '../infra/round-log.repository.js'

/** Trees that are kept; the one that was asked for longest ago goes first. A leaf takes about a quarter of a kilobyte. */
const KEPT = 4
/** Leaves that are read and hashed before others get their turn: some milliseconds. */
const AT_A_TIME = 2_000

/** The trees of rounds, read from their leaves and grown as those do; every process has its own. */
@Injectable()
export class LogTrees {
  private readonly trees = new Map<string, { tree: MerkleTree; growing: Promise<void> }>()

  constructor(private readonly logs: RoundLogRepository) {}

  /** The tree of a round with at least so many leaves; those have to be committed. */
  async of(roundId: string, size: number): Promise<MerkleTree> {
    const kept = this.trees.get(roundId) ?? { tree: new MerkleTree(), growing: Promise.resolve() }
    this.trees.delete(roundId)
    this.trees.set(roundId, kept)
    if (this.trees.size > KEPT) this.trees.delete(this.trees.keys().next().value as string)
    kept.growing = kept.growing.catch(() => undefined).then(() => this.grow(roundId, kept.tree, size))
    await kept.growing
    return kept.tree
  }

  private async grow(roundId: string, tree: MerkleTree, size: number): Promise<void> {
    while (tree.size < size) {
      const hashes = await this.logs.leafHashes(roundId, tree.size, AT_A_TIME)
      if (hashes.length === 0) throw new Error(`the log of round ${roundId} has ${tree.size} leaves, not ${size}`)
      for (const hash of hashes) tree.addHash(hash)
      await setImmediate()
    }
  }
}
