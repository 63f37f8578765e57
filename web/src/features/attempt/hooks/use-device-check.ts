import { call } from '@thiso/kit/api/client'
import { useEffect, useState } from 'react'
import { openKeptStore } from '../outbox/kept-store'

export interface DeviceCheck {
  /** Whether this browser keeps what it is given; null while it is being tried. */
  keeps: boolean | null
  /** Milliseconds for a round trip; null while it is being measured, 'none' when nothing came back. */
  tripMs: number | 'none' | null
}

/** A second's look at what could go wrong later. */
export function useDeviceCheck(): DeviceCheck {
  const [check, setCheck] = useState<DeviceCheck>({ keeps: null, tripMs: null })

  useEffect(() => {
    const leaving = new AbortController()
    const note = (found: Partial<DeviceCheck>) => {
      if (!leaving.signal.aborted) setCheck((before) => ({ ...before, ...found }))
    }
    void openKeptStore()
      .isLasting()
      .then((keeps) => note({ keeps }))
    void measure(leaving.signal).then((tripMs) => note({ tripMs }))
    return () => leaving.abort()
  }, [])

  return check
}

async function measure(signal: AbortSignal): Promise<number | 'none'> {
  let best = Number.POSITIVE_INFINITY
  // The first request may have to open the connection; the second shows what a save will take.
  for (let turn = 0; turn < 2; turn += 1) {
    const sentAt = performance.now()
    try {
      await call('serverTime', { signal, timeoutMs: 5_000 })
      best = Math.min(best, performance.now() - sentAt)
    } catch {
      if (turn > 0 && best === Number.POSITIVE_INFINITY) return 'none'
    }
  }
  return Math.max(1, Math.round(best))
}
