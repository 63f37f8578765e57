import { gunzipSync } from 'node:zlib'
import { readSettings, type SettingValue } from '../domain/safe-browser-settings.js'

/** No honest settings file is bigger, unpacked. */
const MOST_BYTES = 4_000_000

/**
 * The settings in a file of the Safe Exam Browser, as it is or packed as the browser's own tool does (gzip, the mark `plnd` for "not
 * encrypted").
 * @returns null for what is encrypted, too big, or no settings file
 */
export function settingsIn(file: Uint8Array): { [name: string]: SettingValue } | null {
  try {
    return readSettings(new TextDecoder('utf-8', { fatal: true }).decode(unpacked(Buffer.from(file))))
  } catch {
    return null
  }
}

function unpacked(file: Buffer, depth = 0): Buffer {
  if (depth > 3) throw new Error('packed too often')
  if (file[0] === 0x1f && file[1] === 0x8b)
    return unpacked(gunzipSync(file, { maxOutputLength: MOST_BYTES }), depth + 1)
  if (file.subarray(0, 4).toString('latin1') === 'plnd') return unpacked(file.subarray(4), depth + 1)
  return file
}
