import { byCodeUnits } from '../../../kernel/by-code-units.js'
import { Injectable } from '@nestjs/common'
import type { SignalFamily } from '@thiso/contracts/vocab'
import { ProblemError } from '../../../kernel/problem-error.js'
import { AuditService } from '../../audit/index.js'
import { ContestsService, RoundsService } from '../../contests/index.js'
import { ItemsService } from '../../item-bank/index.js'
import { signalGroups } from '../domain/signal-groups.js'
import { RunRepository } from '../infra/run.repository.js'
import { SignalRepository } from '../infra/signal.repository.js'
import { SignalExpiry } from './signal-expiry.js'
import { SignalRuns } from './signal-runs.js'
import { SignalsService } from './signals.service.js'

const RUNS_SHOWN = 10

/** DT-26: signals for people who look at them; every look leaves a trace. */
@Injectable()
export class SignalViewsService {
  constructor(
    private readonly signals: SignalRepository,
    private readonly service: SignalsService,
    private readonly runs: RunRepository,
    private readonly work: SignalRuns,
    private readonly expiry: SignalExpiry,
    private readonly rounds: RoundsService,
    private readonly contests: ContestsService,
    private readonly items: ItemsService,
    private readonly audit: AuditService,
  ) {}

  /** What the newest search of a round found. Without names: those come with the single signal. */
  async round(actorId: string, roundId: string) {
    const round = await this.rounds.demand(roundId)
    const [contest, signals, runs, deletions, blocked] = await Promise.all([
      this.contests.demand(round.contestId),
      this.signals.ofRound(roundId),
      this.runs.ofRound(roundId, RUNS_SHOWN),
      this.expiry.ledger(roundId),
      this.work.blockedBy(round),
    ])
    const groups = signalGroups(signals)
    const units = await this.signals.unitsOf(groups.flatMap(({ attemptIds }) => attemptIds))
    const drift = runs.find(({ state }) => state === 'done')?.summary.items ?? []
    const versions = await this.items.readVersions(drift.map(({ itemVersionId }) => itemVersionId))
    if (signals.length > 0 || drift.length > 0)
      await this.audit.recordReading(actorId, 'signals.viewed', `round:${roundId}`, { count: signals.length })
    return {
      round,
      contest,
      blocked,
      keepDays: this.expiry.keepDays,
      deletesOn: this.expiry.dayOf(round),
      runs,
      deletions,
      signals,
      groups: groups.map((group) => ({
        ...group,
        unitNames: [...new Set(group.attemptIds.flatMap((id) => units.get(id) ?? []))].sort((a, b) =>
          a.localeCompare(b, 'vi'),
        ),
      })),
      drift,
      versions: new Map(versions.map((full) => [full.version.id, full])),
    }
  }

  /** How the newest searches stand, without what they found. */
  async runsOf(roundId: string) {
    await this.rounds.demand(roundId)
    return this.runs.ofRound(roundId, RUNS_SHOWN)
  }

  /** One signal with the people whom it is about. @throws ProblemError SIGNALS.NOT_FOUND */
  async signal(actorId: string, signalId: string) {
    const [signal] = await this.service.byIds([signalId])
    if (!signal) throw new ProblemError('SIGNALS.NOT_FOUND')
    const [round, people, related] = await Promise.all([
      this.rounds.demand(signal.roundId),
      this.signals.subjects(signal.attemptIds),
      this.signals.ofAttempts(signal.attemptIds),
    ])
    const familiesOf = new Map<string, Set<SignalFamily>>()
    for (const { family, attemptIds } of [signal, ...related])
      for (const id of attemptIds) familiesOf.set(id, (familiesOf.get(id) ?? new Set()).add(family))
    await this.audit.recordReading(actorId, 'signal.viewed', `signal:${signalId}`, {
      roundId: signal.roundId,
      kind: signal.kind,
      people: people.length,
    })
    return {
      signal,
      round,
      people: people.map((person) => ({
        ...person,
        families: [...(familiesOf.get(person.attemptId) ?? [])].sort(byCodeUnits),
      })),
      others: related.filter(({ id }) => id !== signalId),
    }
  }
}
