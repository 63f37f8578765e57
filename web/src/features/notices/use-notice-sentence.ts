import type { ApiOutput } from '@thiso/contracts'
import { formatDateTime, formatDuration, formatNumber } from '@thiso/kit'
import { useLocalized } from '../../lib/localized'
import { useNoticeTexts } from './texts/use-notice-texts'

export type Notice = ApiOutput<'myNotices'>['rows'][number]
type PrizeChange = Extract<Notice, { kind: 'prize-changed' }>['params']
type ResultChange = Extract<Notice, { kind: 'result-changed' }>['params']

/** What a notice says, in the language in force. */
export function useNoticeSentence(): (notice: Notice) => string {
  const t = useNoticeTexts()
  const localized = useLocalized()

  const resultChange = (change: ResultChange) => {
    const parts = [placeChange(change), pointChange(change)]
    if (change.reason) parts.push(t('sentence.result-reason', { reason: asSentence(change.reason) }))
    return parts.filter(Boolean).join(' ')
  }

  const pointChange = ({ pointsBefore: before, pointsAfter: after }: ResultChange) => {
    if (typeof before !== 'number' || typeof after !== 'number') return ''
    return t(before === after ? 'sentence.points-stay' : 'sentence.points-moved', {
      before: formatNumber(before),
      after: formatNumber(after),
    })
  }

  const placeChange = ({ round, rankBefore, rankAfter }: ResultChange) => {
    const names = {
      round: localized(round),
      before: rankBefore === null ? '' : formatNumber(rankBefore),
      after: rankAfter === null ? '' : formatNumber(rankAfter),
    }
    if (rankBefore === null) return t(rankAfter === null ? 'sentence.result-scored' : 'sentence.result-gained', names)
    if (rankAfter === null) return t('sentence.result-lost', names)
    return t(rankBefore === rankAfter ? 'sentence.result-stays' : 'sentence.result-moved', names)
  }

  const prizeChange = ({ contest, before, after, isCertificateWithdrawn, reason }: PrizeChange) => {
    const kind = isCertificateWithdrawn ? 'certificate-withdrawn' : after === null ? 'prize-lost' : 'prize-moved'
    const names = {
      contest: localized(contest),
      before: t(`tier.${before}`),
      after: after === null ? '' : t(`tier.${after}`),
    }
    const parts = [t(`sentence.${kind}`, names), reason && t('sentence.result-reason', { reason: asSentence(reason) })]
    return parts.filter(Boolean).join(' ')
  }

  return ({ kind, params }) => {
    switch (kind) {
      case 'clock-credit':
        return t(`sentence.${kind}`, { round: localized(params.round), time: formatDuration(params.creditS * 1000) })
      case 'attempt-added':
      case 'round-paused':
      case 'complaint-answered':
      case 'case-appeal-answered':
        return t(`sentence.${kind}`, { round: localized(params.round) })
      case 'round-resumed':
      case 'round-extended':
        return t(`sentence.${kind}`, { round: localized(params.round), at: formatDateTime(params.closesAt) })
      case 'rules-amended':
        return t(`sentence.${kind}`, { round: localized(params.round), reason: asSentence(params.reason) })
      case 'result-changed':
        return resultChange(params)
      case 'case-hearing':
        return t(`sentence.${kind}`, { round: localized(params.round), at: formatDateTime(params.until) })
      case 'case-decided':
        return params.until === null
          ? t(`sentence.${kind}`, { round: localized(params.round) })
          : t(`sentence.${kind}-until`, { round: localized(params.round), at: formatDateTime(params.until) })
      case 'prize-identity-needed': {
        const names = { contest: localized(params.contest), tier: t(`tier.${params.tier}`) }
        return params.until === null
          ? t(`sentence.${kind}`, names)
          : t(`sentence.${kind}-until`, { ...names, at: formatDateTime(params.until) })
      }
      case 'prize-confirmed':
        return t(`sentence.${kind}`, { contest: localized(params.contest), tier: t(`tier.${params.tier}`) })
      case 'prize-changed':
        return prizeChange(params)
      case 'item-ruled': {
        const { code, round, ruling, reason } = params
        const held = t(`ruling.${ruling}`)
        return t(`sentence.${kind}`, { code, held, round: localized(round), reason: asSentence(reason) })
      }
      case 'new-device':
        return t(`sentence.${kind}`, { device: params.device })
      case 'qualified':
        return t(`sentence.${kind}`, { fromRound: localized(params.fromRound), round: localized(params.round) })
    }
  }
}

/** People end a reason with a stop or without. */
const asSentence = (text: string) => (/[.!?…]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`)
