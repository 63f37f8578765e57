import { fold } from '@thiso/contracts/vocab'
import { isRude } from './rudeness.js'

/** CR-50: why a name is not taken. */
export type NameProblem = 'empty' | 'too-long' | 'no-letters' | 'rude'

const MOST = 30

/**
 * CR-50: a name for the wall: NFC, single spaces, letters, at most 30 characters, nothing rude in Vietnamese or English, also not in
 * disguise. It errs toward letting a name pass: a host removes with one tap.
 */
export function seatName(typed: string): { name: string } | { problem: NameProblem } {
  const name = typed
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (name === '') return { problem: 'empty' }
  if ([...name].length > MOST) return { problem: 'too-long' }
  if (!/\p{L}/u.test(name)) return { problem: 'no-letters' }
  return isRude(name) ? { problem: 'rude' } : { name }
}

/** What makes two typed names the same on one wall. */
export function foldedName(name: string): string {
  return fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/**
 * CR-50: by what a seat is told apart within its lesson. Who was chosen from the class list is that pupil, whatever the name is like: Thu
 * and Thư both sit. No typed name comes to such a key, as those have letters, digits and spaces alone.
 */
export function seatKey(name: string, pupilId: string | null): string {
  return pupilId === null ? foldedName(name) : `#${pupilId}`
}
