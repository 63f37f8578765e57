import { Injectable } from '@nestjs/common'
import { canonicalJson } from '../../../kernel/canonical-json.js'
import { leafHash, MerkleTree } from '../../../kernel/merkle-tree.js'
import { signNote } from '../../../kernel/signed-note.js'
import type { Transaction } from '../../../platform/db/transaction.js'
import type { RoundEntity } from '../../contests/index.js'
import { DrawLists } from '../../results/index.js'
import type { PublishedPrizes } from '../../winners/index.js'
import {
  type AttemptLine,
  BUNDLE_FORMAT,
  type BundleLine,
  type ChainRecord,
  lineText,
  SectionHashes,
} from '../domain/bundle.js'
import { poolRoot, secretCommitment } from '../domain/pool-commitment.js'
import { notesHash, resultsNoteText } from '../domain/results-note.js'
import { BundleSourceRepository, type SourceAttempt, type SourceVersion } from '../infra/bundle-source.repository.js'
import { CommitmentRepository } from '../infra/commitment.repository.js'
import { RoundLogRepository } from '../infra/round-log.repository.js'
import { logOfRound, RoundCommitments } from './round-commitments.js'
import { Signing } from './signing.js'

/** What one making of a bundle is about. */
export interface Making {
  round: RoundEntity
  versionId: string
  edition: number
  prizes: PublishedPrizes | null
  /** The results notes that were signed before, the oldest first. */
  earlier: readonly string[]
}

/** Stands for the hash of a line that was never written, because its attempt was erased before. */
const NEVER_WRITTEN = '0'.repeat(64)
const ALL_CHECKPOINTS = 1_000_000

/** VB-2: makes the lines of a bundle out of what is recorded, one after the other; nothing is worked out that the rows do not say. */
@Injectable()
export class BundleMaker {
  constructor(
    private readonly source: BundleSourceRepository,
    private readonly commitments: CommitmentRepository,
    private readonly fixed: RoundCommitments,
    private readonly logs: RoundLogRepository,
    private readonly lists: DrawLists,
    private readonly signing: Signing,
  ) {}

  /**
   * @returns the lines without their line feeds; when they have come to an end, the results note that was signed about them
   */
  async *lines(manager: Transaction, making: Making): AsyncGenerator<string, string> {
    const hashes = new SectionHashes()
    const put = (line: BundleLine): string => {
      const text = lineText(line)
      hashes.add(line, text)
      return text
    }
    const { round, versionId, edition, earlier } = making
    const version = await this.source.version(manager, versionId)
    const origin = await this.fixed.originOf(round.id, manager)
    const leaves = await this.fixed.leavesOf(round, undefined, manager)
    const keys = (await this.signing.publicKeys()).sort((a, b) => Number(a.isCurrent) - Number(b.isCurrent))
    yield put({
      kind: 'header',
      format: BUNDLE_FORMAT,
      origin,
      contest: round.contestId,
      round: round.id,
      version: version.number,
      edition,
      keys: keys.map(({ verifierKey }) => verifierKey),
    })
    const terms = await this.source.terms(manager, round.id)
    const commitments = await this.commitments.ofRound(round.id, manager)
    const committed = commitments.at(-1)
    yield put({
      kind: 'round',
      opensAt: round.opensAt.getTime(),
      closesAt: round.closesAt.getTime(),
      graceMs: round.graceMs,
      secret: round.secret.toString('hex'),
      commitment: committed?.secretCommitment.toString('hex') ?? null,
      poolRoot: committed?.poolRoot.toString('hex') ?? null,
      committedAt: committed?.madeAt.getTime() ?? null,
      blueprint: round.blueprint,
      dayPools: round.drawLimits.dayPools,
      terms,
      rulesVersion: round.rulesVersion,
      pauses: await this.source.pauses(manager, round.id),
    })
    for (const leaf of leaves)
      yield put({ kind: 'item', leaf, hash: leafHash(Buffer.from(canonicalJson(leaf))).toString('hex') })
    for (const ruling of await this.source.rulings(manager, round.id, versionId)) yield put(ruling)
    const withTakenOut = terms.some(({ rules }) => rules.itemClockS !== null)
    const tree = new MerkleTree()
    for await (const page of this.source.attempts(manager, round.id, versionId, withTakenOut))
      for (const row of page) {
        if (row.leaf !== null) tree.addHash(Buffer.from(row.leaf, 'hex'))
        yield put(
          row.id === null
            ? { kind: 'erased', index: row.index as number, leaf: row.leaf as string, line: NEVER_WRITTEN }
            : attemptLine(row),
        )
      }
    yield* this.results(manager, version, making, put)
    yield* this.prizes(manager, making, put)

    for (const { note } of commitments) yield put({ kind: 'note', of: 'commitment', note })
    const checkpoints = (await this.logs.checkpoints(logOfRound(round.id), ALL_CHECKPOINTS)).reverse()
    for (const { note } of checkpoints) yield put({ kind: 'note', of: 'checkpoint', note })
    for (const note of earlier) yield put({ kind: 'note', of: 'results', note })
    const last = earlier.at(-1)
    const text = resultsNoteText({
      origin,
      edition,
      version: version.number,
      log: { size: tree.size, root: tree.root().toString('hex') },
      checkpoints: { count: checkpoints.length, hash: notesHash(checkpoints.map(({ note }) => note)) },
      poolRoot: poolRoot(leaves).toString('hex'),
      commitment: secretCommitment(round.id, round.secret).toString('hex'),
      previous: last === undefined ? null : notesHash([last]),
      sections: hashes.digest(),
    })
    const note = signNote(text, await this.signing.signer())
    yield put({ kind: 'note', of: 'results', note })
    return note
  }

  /** The version's rows, and the draw that told equal people apart with the list that it was drawn from. */
  private async *results(
    manager: Transaction,
    { id, ...version }: SourceVersion,
    { round }: Making,
    put: (line: BundleLine) => string,
  ): AsyncGenerator<string> {
    const draw = await this.source.draw(manager, round.id)
    const isNamed = draw?.namedAt != null && draw.versionId !== null
    const list = isNamed ? await this.lists.ofPeople(draw.versionId as string, manager) : null
    const listed = new Map(list?.lines.map(({ n, code }) => [list.accountOf.get(code), n]))
    yield put({ kind: 'version', ...version })
    for await (const page of this.source.people(manager, id))
      for (const { accountId, ...row } of page)
        yield put({ kind: 'person', ...row, listed: listed.get(accountId) ?? null })
    const isDrawn = draw?.drawnAt != null
    if (draw)
      yield put({
        kind: 'draw',
        state: isDrawn ? 'drawn' : isNamed ? 'named' : 'none',
        commitment: draw.commitment,
        committedAt: draw.committedAt?.getTime() ?? null,
        // Before the draw is done it decides everything.
        secret: isDrawn ? (draw.secret?.toString('hex') ?? null) : null,
        listRoot: draw.listRoot,
        listCount: draw.listCount,
        source: draw.source,
        namedAt: draw.namedAt?.getTime() ?? null,
        entry: isDrawn ? draw.entry : null,
        randomness: draw.randomness,
        seed: draw.seed,
      })
    for (const { n, code, table, rank } of list?.lines ?? []) yield put({ kind: 'listed', n, code, table, rank })
  }

  /** Prizes of a list that was made from these results; of an older one nothing could be worked out again. */
  private async *prizes(
    manager: Transaction,
    { versionId, prizes }: Making,
    put: (line: BundleLine) => string,
  ): AsyncGenerator<string> {
    if (prizes?.versionId !== versionId) return
    const accounts = [...prizes.lines.flatMap(({ winners }) => winners), ...prizes.passed]
    const codes = await this.source.codesOf(manager, versionId, accounts)
    const named = (ids: readonly string[]) => ids.flatMap((id) => codes.get(id) ?? [])
    for (const { key, tier, table, count, winners } of prizes.lines)
      yield put({ kind: 'prize', key, tier, table, count, winners: named(winners) })
    for (const person of named(prizes.passed)) yield put({ kind: 'passed', person })
  }
}

function attemptLine(row: SourceAttempt): AttemptLine {
  const { metJson, takenOutJson, recordsJson, submittedAt, submitKind, ...attempt } = row
  const records: ChainRecord[] = recordsJson === null ? [] : JSON.parse(recordsJson)
  return {
    kind: 'attempt',
    index: attempt.index,
    id: attempt.id as string,
    person: attempt.person,
    no: attempt.no,
    table: attempt.table,
    salt: attempt.salt,
    leaf: attempt.leaf,
    startedAt: attempt.startedAt,
    rulesVersion: attempt.rulesVersion,
    extraPercent: attempt.extraPercent,
    usableExtra: attempt.usableExtra,
    creditMs: attempt.creditMs,
    usedS: attempt.usedS,
    isRanked: attempt.isRanked,
    replaces: attempt.replaces,
    part: attempt.part,
    after: attempt.after,
    met: metJson === null ? [] : JSON.parse(metJson),
    takenOut: takenOutJson === null ? [] : JSON.parse(takenOutJson),
    records: [...records, ['submit', submittedAt, submitKind]],
  }
}
