import { call } from '@thiso/kit/api/client'
import { useCallback, useEffect, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { keepKey, keptKey, type RemoteKey } from './kept-key'

export type Pairing =
  /** Opened without a code. */
  | { kind: 'none' }
  | { kind: 'taking' }
  | { kind: 'refused'; error: unknown; retry: () => void }
  | { kind: 'paired'; key: RemoteKey }

/** A code is good once, so it is exchanged once, however often the page is drawn; what failed on the way may be tried again. */
const exchanges = new Map<string, Promise<RemoteKey>>()

function exchange(code: string): Promise<RemoteKey> {
  const known = exchanges.get(code)
  if (known) return known
  const fresh = call('takeRemote', { body: { code } })
  exchanges.set(code, fresh)
  fresh.catch(() => exchanges.delete(code))
  return fresh
}

/** The code of the address becomes a key; then it is out of sight: nobody reads it over a shoulder, and going back does not bring it. */
export function usePairing(): { pairing: Pairing; forget: () => void } {
  const { hash, pathname } = useLocation()
  const navigate = useNavigate()
  const [code, setCode] = useState<string | null>(null)
  const [pairing, setPairing] = useState<Pairing>(() => {
    if (hash.length > 1) return { kind: 'taking' }
    const key = keptKey()
    return key ? { kind: 'paired', key } : { kind: 'none' }
  })

  useEffect(() => {
    if (hash.length <= 1) return
    setCode(hash.slice(1))
    navigate(pathname, { replace: true })
  }, [hash, pathname, navigate])

  const take = useCallback((wanted: string) => {
    setPairing({ kind: 'taking' })
    exchange(wanted).then(
      (key) => {
        keepKey(key)
        setPairing({ kind: 'paired', key })
      },
      (error: unknown) => setPairing({ kind: 'refused', error, retry: () => take(wanted) }),
    )
  }, [])
  useEffect(() => {
    if (code !== null) take(code)
  }, [code, take])

  const forget = useCallback(() => {
    keepKey(null)
    setPairing({ kind: 'none' })
  }, [])
  return { pairing, forget }
}
