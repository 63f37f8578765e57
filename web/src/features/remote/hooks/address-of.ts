import { doorBy } from '@thiso/kit/lesson/door'
import type { Door } from '@thiso/kit/lesson/QrCode'

/** Pupils' phones come in where this one did. */
export const doorHere = (door: Door) => doorBy(door, window.location.host)

/** Where pupils come in, as people read it aloud: without the scheme and the QR code's key, and without the PIN, which is said apart. */
export const addressOf = (door: Door) =>
  doorHere(door)
    .url.replace(/^https?:\/\//, '')
    .replace(/\/\d+(#.*)?$/, '')
