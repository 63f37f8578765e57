export interface WindowSize {
  width: number
  height: number
}

/** Smaller changes are browser bars that come and go. */
const LARGE = 0.25

/**
 * PE-2: the new area of a window as a share of the one before, in percent, if it changed by a quarter or more; null: too little, the phone
 * was turned, or the keyboard of the phone came or went (the height alone changes while somebody types).
 */
export function largeChange(before: WindowSize, after: WindowSize, isTyping: boolean): number | null {
  const isTurned = before.width > before.height !== after.width > after.height
  const isKeyboard = isTyping && before.width === after.width
  if (isTurned || isKeyboard) return null
  const [areaBefore, areaAfter] = [before.width * before.height, after.width * after.height]
  if (areaBefore === 0 || Math.abs(areaAfter / areaBefore - 1) < LARGE) return null
  return Math.round((areaAfter / areaBefore) * 100)
}
