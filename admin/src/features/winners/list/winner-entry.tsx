import { Badge, type BadgeTone, Button, formatDate, formatDateTime, formatNumber } from '@thiso/kit'
import { useState } from 'react'
import { useWinnersText } from '../hooks/use-winners-text'
import { EndDialog } from './end-dialog'
import { HandOverDialog } from './hand-over-dialog'
import { IdentityDialog } from './identity-dialog'
import { ReasonDialog, type ReasonedAct } from './reason-dialog'
import type { ListedWinner } from './use-winner-list'

const TONES: Record<ListedWinner['state'], BadgeTone> = {
  proposed: 'neutral',
  'identity-checked': 'blue',
  confirmed: 'blue',
  published: 'good',
  'handed-over': 'good',
  declined: 'bad',
  unreachable: 'bad',
  ineligible: 'bad',
  withdrawn: 'neutral',
}
type Asked = 'identity' | 'end' | 'hand-over' | ReasonedAct

interface WinnerEntryProps {
  winner: ListedWinner
  /** Named where the entry does not stand under it. */
  prize?: string
  /** Stored, so that something can be done with it. */
  isStored: boolean
  onDone: () => void
}

export function WinnerEntry({ winner, prize, isStored, onDone }: WinnerEntryProps) {
  const t = useWinnersText()
  const [asked, setAsked] = useState<Asked | null>(null)
  const { state, identity, handOver, request } = winner
  const isLeaving = request !== null && request.act !== 'withdraw-certificate'
  // The list masks every name: what was published differs only where it stands in full.
  const isNamedInFull = winner.publishedName ? winner.publishedName !== winner.name : winner.nameChoice === 'full'
  const holdsPrize = ['proposed', 'identity-checked', 'confirmed', 'published', 'handed-over'].includes(state)
  const isPerson = winner.accountId !== null
  const close = () => setAsked(null)
  const done = () => {
    close()
    onDone()
  }
  const notes = [
    prize,
    request &&
      t('list.request', {
        act: t(`list.requested.${request.act}`),
        name: request.byName,
        at: formatDateTime(request.at),
        reason: request.reason,
      }),
    winner.replacesName && t('list.replaces', { name: winner.replacesName }),
    winner.reason,
    identity && t('list.seenBy', { name: identity.byName, at: formatDateTime(identity.at) }),
    winner.nameChoice && t(`list.choice.${winner.nameChoice}`),
    winner.publishedName && t('list.publishedAs', { name: winner.publishedName }),
    handOver && t('list.handedTo', { name: handOver.receiver, at: formatDate(handOver.at) }),
    handOver?.isProxy && t('list.byProxy'),
    handOver?.note,
    winner.certificateCode && (
      <>
        {t('list.code', { code: '' })}
        <span className="winners-code">{winner.certificateCode}</span>
      </>
    ),
    winner.certificateWithdrawnReason && t('list.codeWithdrawn', { reason: winner.certificateWithdrawnReason }),
  ].filter(Boolean)
  return (
    <li className="winners-line winners-entry">
      <span className="winners-rank ts-number">
        <span className="ts-hidden">{t('rank', { rank: formatNumber(winner.rank) })}</span>
        <span aria-hidden="true">{formatNumber(winner.rank)}</span>
      </span>
      <span className="winners-who">
        <span className="winners-name">{winner.name}</span>
        {isStored && <Badge tone={TONES[state]}>{t(`list.state.${state}`)}</Badge>}
        <span className="winners-unit">
          {[
            winner.unitName,
            winner.points !== null &&
              isPerson &&
              t('points', { count: winner.points, formatted: formatNumber(winner.points) }),
          ]
            .filter(Boolean)
            .join(', ')}
        </span>
        {notes.map((note, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: notes have no names and never change places
          <span key={index} className="winners-note">
            {note}
          </span>
        ))}
      </span>
      {isStored && (
        <span className="winners-acts">
          {isPerson && state === 'proposed' && (
            <Button size="small" onClick={() => setAsked('identity')}>
              {t('list.checkIdentity')}
            </Button>
          )}
          {state === 'published' && !isLeaving && (
            <Button size="small" onClick={() => setAsked('hand-over')}>
              {t('list.handOver')}
            </Button>
          )}
          {holdsPrize && state !== 'handed-over' && !isLeaving && (
            <Button size="small" variant="quiet" onClick={() => setAsked('end')}>
              {t('list.end')}
            </Button>
          )}
          {winner.certificateCode && winner.certificateWithdrawnReason === null && request === null && (
            <Button size="small" variant="quiet" onClick={() => setAsked('withdraw')}>
              {t('list.withdraw')}
            </Button>
          )}
          {request?.act === 'withdraw-certificate' && !request.isMine && (
            <Button size="small" onClick={() => setAsked('confirmWithdraw')}>
              {t('list.confirmWithdraw')}
            </Button>
          )}
          {holdsPrize && request && request.act !== 'withdraw' && (
            <Button size="small" onClick={() => setAsked('keep')}>
              {t('list.keep')}
            </Button>
          )}
          {holdsPrize && isPerson && isNamedInFull && (
            <Button size="small" variant="quiet" onClick={() => setAsked('mask')}>
              {t('list.mask')}
            </Button>
          )}
        </span>
      )}
      {asked === 'identity' && <IdentityDialog winner={winner} onClose={close} onDone={done} />}
      {asked === 'end' && <EndDialog winner={winner} onClose={close} onDone={done} />}
      {(asked === 'withdraw' || asked === 'confirmWithdraw' || asked === 'keep' || asked === 'mask') && (
        <ReasonDialog act={asked} winner={winner} onClose={close} onDone={done} />
      )}
      {asked === 'hand-over' && <HandOverDialog winner={winner} onClose={close} onDone={done} />}
    </li>
  )
}
