import { ApiError, call } from '@thiso/kit/api/client'
import { useCallback, useRef, useState } from 'react'
import { checkPromise, checkReceipt, type Verdict } from '../check/check-receipt'
import { leafHex, readReceipt, type Receipt } from '../check/receipt'

export type Outcome =
  | { state: 'idle' | 'busy' }
  | { state: 'unreadable' }
  | { state: 'failed'; error: unknown }
  | { state: 'done'; receipt: Receipt; verdict: Verdict }

/** Checks a receipt: asks the platform for what it has, and works out here what holds. */
export function useReceiptCheck(): { outcome: Outcome; check: (pasted: string) => void } {
  const [outcome, setOutcome] = useState<Outcome>({ state: 'idle' })
  const turn = useRef(0)
  const check = useCallback((pasted: string) => {
    const mine = ++turn.current
    const say = (next: Outcome) => {
      if (turn.current === mine) setOutcome(next)
    }
    const receipt = readReceipt(pasted)
    if (!receipt) return say({ state: 'unreadable' })
    say({ state: 'busy' })
    verdictOf(receipt).then(
      (verdict) => say({ state: 'done', receipt, verdict }),
      (error: unknown) => say({ state: 'failed', error }),
    )
  }, [])
  return { outcome, check }
}

async function verdictOf(receipt: Receipt): Promise<Verdict> {
  const params = { roundId: receipt.round }
  const host = window.location.host
  const round = await call('roundProof', { params }).catch((error: unknown) => {
    if (error instanceof ApiError && error.problem.status === 404) return null
    throw error
  })
  // The leaf is told to nobody who is not asked by a receipt that is in order.
  const refused = checkPromise(receipt, { round, host })
  if (refused) return refused
  const leaf = await call('leafProof', { params: { ...params, leaf: leafHex(receipt) } })
  return checkReceipt(receipt, { round, leaf, host })
}
