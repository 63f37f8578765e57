import type { Door } from '@thiso/kit/lesson/QrCode'

/** Where pupils come in, as people read it aloud: without the scheme and without the PIN, which is said apart. */
export const addressOf = ({ url }: Door) => url.replace(/^https?:\/\//, '').replace(/\/\d+$/, '')
