import { Injectable } from '@nestjs/common'
import { type DetectionStage, type ItemKey, readingSeconds } from '@thiso/contracts/vocab'
import { runThread } from '../../../platform/threads/limited-thread.js'
import { type RoundEntity, RoundsService } from '../../contests/index.js'
import { ItemsService } from '../../item-bank/index.js'
import { RulingsService, ruledKeyOf } from '../../results/index.js'
import type { SearchedRound } from '../domain/evidence-builder.js'
import { EvidenceRepository } from '../infra/evidence.repository.js'
import type { EvidencePage, SearchResult } from './search.thread.js'

/** Bounds that keep the server safe; a round of a hundred thousand attempts has not been measured against them. */
const LIMITS = { memoryMegabytes: 1_536, workMs: 20 * 60_000 }

/** Which code found it: grows with every change of what is found. */
export const CODE_VERSION = 'signals-1'

/** Runs the search of a round: hands its thread what is recorded, page by page, and gives back what it found. */
@Injectable()
export class RoundSearch {
  private readonly file = new URL('./search.thread.js', import.meta.url)

  constructor(
    private readonly evidence: EvidenceRepository,
    private readonly rounds: RoundsService,
    private readonly items: ItemsService,
    private readonly rulings: RulingsService,
  ) {}

  /**
   * @param stop ends it at once
   * @param tell how far it has come
   * @throws ThreadStopped, ThreadOverrun
   */
  async run(
    round: RoundEntity,
    stop: AbortSignal,
    tell: (stage: DetectionStage, percent: number) => void,
  ): Promise<SearchResult & { codeVersion: string }> {
    const input = await this.inputOf(round)
    const { ended } = await this.evidence.countOf(round.id)
    const pages = this.evidence.attempts(round.id)
    let loaded = 0
    const answers = {
      page: async (): Promise<EvidencePage | null> => {
        const next = await pages.next()
        if (next.done) return null
        loaded += next.value.length
        tell('loading', Math.min(99, Math.round((100 * loaded) / Math.max(1, ended))))
        return {
          rows: next.value,
          process: await this.evidence.processOf(next.value.map(({ attemptId }) => attemptId)),
        }
      },
      people: (ids: string[]) => this.evidence.people(ids),
      searching: () => tell('searching', 0),
    }
    try {
      const result = await runThread<SearchResult>(this.file, input, [], answers, LIMITS, stop)
      return { ...result, codeVersion: CODE_VERSION }
    } finally {
      // Stopped in the middle, the reader must give its connection back.
      await pages.return(undefined)
    }
  }

  private async inputOf(round: RoundEntity): Promise<SearchedRound> {
    const pool = await this.rounds.poolOf(round.id)
    const [versions, held] = await Promise.all([
      this.items.readVersions(pool.map(({ itemVersionId }) => itemVersionId)),
      this.rulings.heldOf(round.id),
    ])
    return {
      roundId: round.id,
      opensAt: round.opensAt.getTime(),
      closesAt: round.closesAt.getTime(),
      items: versions
        .map(({ item, version, key }) => ({
          itemVersionId: version.id,
          type: item.type,
          optionCount: version.question.options.length,
          readingSeconds: readingSeconds(version.question.stem, version.question.options),
          keys: keysOf(key.key, held.get(version.id)),
          variantSet: item.variantGroup === '' ? '' : `${item.bankId} ${item.variantGroup}`,
        }))
        .sort((a, b) => (a.itemVersionId < b.itemVersionId ? -1 : 1)),
    }
  }
}

/** RL-1: by which keys answers are right; what was struck or is right for everybody stays as its author had it. */
function keysOf(...held: Parameters<typeof ruledKeyOf>): [ItemKey, ...ItemKey[]] {
  const { key, also } = ruledKeyOf(...held)
  return [key, ...also]
}
