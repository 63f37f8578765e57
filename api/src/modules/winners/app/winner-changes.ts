import { Injectable } from '@nestjs/common'
import type { PrizeTier } from '@thiso/contracts/vocab'
import { Clock } from '../../../kernel/clock.js'
import { NoticesService } from '../../notices/index.js'
import { holdsPlace, isSigned, stateAfter, stays } from '../domain/winner-life.js'
import type { WinnerEntity, WinnerRequest } from '../infra/winner.entities.js'
import { type HeldList, type NewWinner, WinnerRepository } from '../infra/winner.repository.js'
import { isSamePlace, movedFigures, type Worked } from './winner-lists.js'

export const PRIZE_PAGE = '/toi/giai'

/** WN-9: how people come into a list, move in it and leave it, and what they are told of it. The list is locked by the caller. */
@Injectable()
export class WinnerChanges {
  constructor(
    private readonly winners: WinnerRepository,
    private readonly notices: NoticesService,
    private readonly clock: Clock,
  ) {}

  /** Makes the list what was worked out. Whom two people have signed keeps the prize until two have signed what follows. */
  async takeOver(actorId: string, worked: Worked, held: HeldList, reason: string): Promise<void> {
    const anew = worked.lines.flatMap((line) => line.winners)
    const isNamed = (winner: WinnerEntity) => anew.some((one) => isSamePlace(one, winner))
    for (const winner of held.winners)
      if (winner.request?.act === 'withdraw' && holdsPlace(winner.state) && isNamed(winner))
        await this.winners.saveWinner(held, winner, { request: null }, { actorId, act: 'keep', detail: { reason } })
    for (const { winner, ...figures } of movedFigures(worked, held.winners)) {
      const { rank, orderNo, points } = winner
      const detail = { before: { rank, orderNo, points }, after: figures }
      await this.winners.saveWinner(held, winner, figures, { actorId, act: 'figures', detail })
    }
    const live = held.winners.filter(stays)
    const gone = live.filter((winner) => !isNamed(winner))
    const ended = held.winners.filter(({ state }) => !holdsPlace(state) && state !== 'withdrawn')
    for (const winner of gone) await this.leave(actorId, worked, held, winner, 'withdraw', reason, anew)
    const leaving = held.winners.filter((winner) => holdsPlace(winner.state) && !stays(winner))
    for (const winner of anew) {
      if (live.some((one) => isSamePlace(one, winner))) continue
      const before = [...gone, ...leaving].find((one) => one.accountId !== null && one.accountId === winner.accountId)
      const left = [...gone, ...leaving, ...ended].find(
        (one) => one.lineKey === winner.lineKey && one.accountId !== winner.accountId,
      )
      const id = await this.winners.add(held, { ...winner, replacesId: left?.id ?? null })
      // Whose papers were seen for another tier of the same list need not bring them again.
      if (before?.identity) await this.carryOver(held, id, before, actorId)
      else if (winner.accountId)
        await this.notices.tell(
          held.manager,
          [winner.accountId],
          'prize-identity-needed',
          { contest: worked.contest.title, tier: winner.tier, until: null },
          PRIZE_PAGE,
        )
    }
  }

  /**
   * A winner loses the place: at once where nobody has signed for it, otherwise it is asked for and happens with the second signature.
   * @returns false: it had been asked for already
   */
  async leave(
    actorId: string,
    { contest }: Pick<Worked, 'contest'>,
    held: HeldList,
    winner: WinnerEntity,
    act: Exclude<WinnerRequest['act'], 'withdraw-certificate'>,
    reason: string,
    anew: readonly Pick<NewWinner, 'accountId' | 'tier'>[] = [],
  ): Promise<boolean> {
    if (isSigned(winner.state)) {
      if (winner.request?.act === act) return false
      await this.ask(actorId, held, winner, act, reason)
      return true
    }
    const isHidden = hasSignedPrize(held, winner.accountId)
    const state = stateAfter(winner.state, act) ?? winner.state
    await this.winners.saveWinner(held, winner, { state, reason }, { actorId, act, detail: { reason } })
    // Who holds another signed prize of the list meanwhile has heard nothing of this one.
    if (isHidden) return true
    const after = anew.find(({ accountId }) => accountId === winner.accountId)?.tier ?? null
    await this.tellChange(held, contest, winner, after, act === 'withdraw' ? null : reason)
    return true
  }

  async ask(actorId: string, held: HeldList, winner: WinnerEntity, act: WinnerRequest['act'], reason: string) {
    const request = { act, reason, by: actorId, at: new Date(this.clock.now()).toISOString() }
    await this.winners.saveWinner(held, winner, { request }, { actorId, act: 'ask', detail: { act, reason } })
  }

  /** The second signature: what was asked for about the list that stood until now happens, and people are told. */
  async settle(actorId: string, { contest }: Pick<Worked, 'contest'>, held: HeldList): Promise<void> {
    for (const winner of held.winners) {
      const { request } = winner
      if (!request || request.act === 'withdraw-certificate' || !holdsPlace(winner.state)) continue
      const { act, reason, by } = request
      const state = stateAfter(winner.state, act) ?? winner.state
      const change = { state, reason, request: null, ...this.withoutCertificate(winner, reason) }
      await this.winners.saveWinner(held, winner, change, { actorId, act, detail: { reason, askedBy: by } })
      const after = held.winners.find((one) => stays(one) && one.accountId === winner.accountId)?.tier ?? null
      await this.tellChange(held, contest, winner, after, act === 'withdraw' ? null : reason)
    }
  }

  /** @param reason what was decided about this person; reasons of a whole list may speak of others and are not told */
  async tellChange(
    held: HeldList,
    contest: Worked['contest'],
    { accountId, tier }: WinnerEntity,
    after: PrizeTier | null,
    reason: string | null,
  ): Promise<void> {
    if (accountId === null) return
    const params = { contest: contest.title, before: tier, after, isCertificateWithdrawn: false, reason }
    await this.notices.tell(held.manager, [accountId], 'prize-changed', params, PRIZE_PAGE)
  }

  withoutCertificate(winner: WinnerEntity, reason: string): Partial<WinnerEntity> {
    if (winner.certificateCode === null || winner.certificateWithdrawnAt !== null) return {}
    return { certificateWithdrawnAt: new Date(this.clock.now()), certificateWithdrawnReason: reason }
  }

  private async carryOver(held: HeldList, id: string, before: WinnerEntity, actorId: string): Promise<void> {
    const fresh = { id, state: 'proposed' } as WinnerEntity
    const change = { state: 'identity-checked' as const, identity: before.identity, nameChoice: before.nameChoice }
    await this.winners.saveWinner(held, fresh, change, { actorId, act: 'move', detail: { from: before.id } })
  }
}

/** Whether this person still holds a signed prize of the list that is to be replaced. */
export function hasSignedPrize({ winners }: Pick<HeldList, 'winners'>, accountId: string | null): boolean {
  return winners.some((one) => accountId !== null && one.accountId === accountId && isSigned(one.state) && !stays(one))
}
