import type { MediaFile } from './format.js'

/** The smallest picture there is, and a sound without a sound; an extra byte makes them differ. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const MP3 = Buffer.from('ID3\u0003\u0000\u0000\u0000\u0000\u0000\u0000\u00ff\u00fb\u0090\u0000', 'latin1')
export const SAMPLE_MEDIA: ReadonlyMap<string, MediaFile> = new Map([
  ['8f2a2f0e-4d3b-4c56-9a77-0a1b2c3d4e5f', { mime: 'image/png', bytes: Uint8Array.from(PNG) }],
  ['1c9d7e64-52f1-4e0c-8b1a-77aa66bb55cc', { mime: 'image/png', bytes: Uint8Array.from([...PNG, 1]) }],
  ['d41d8cd9-8f00-4204-a980-0998ecf8427e', { mime: 'audio/mpeg', bytes: Uint8Array.from(MP3) }],
])
