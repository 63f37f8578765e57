import { doorBy, doorCount, nextDoor } from '@thiso/kit/lesson/door'
import type { Door } from '@thiso/kit/lesson/QrCode'
import { useState } from 'react'

const KEY = 'thiso.class.door'

export interface OtherDoor {
  at: number
  count: number
  /** Tells the door by the next address of this machine. */
  next: () => void
}

/** CR-56: the address that this room can reach, as its host found out; kept for the next lesson on this computer. */
export function useDoor(door: Door | null): { host: string | null; door: Door | null; other: OtherDoor | null } {
  const [host, setHost] = useState(kept)
  if (!door || door.others.length === 0) return { host, door, other: null }
  const next = () => {
    const wanted = nextDoor(door, host)
    setHost(wanted)
    try {
      localStorage.setItem(KEY, wanted)
    } catch {
      // Asked again by the next lesson.
    }
  }
  return { host, door: doorBy(door, host), other: { ...doorCount(door, host), next } }
}

function kept(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}
