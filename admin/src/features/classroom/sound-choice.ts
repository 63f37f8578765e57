/** A computer that stays silent says so here; the class screen reads the same. */
const KEY = 'thiso.lesson.muted'

export function isMuted(): boolean {
  try {
    return localStorage.getItem(KEY) === '1'
  } catch {
    return false
  }
}

export function keepMuted(isMuted: boolean): void {
  try {
    localStorage.setItem(KEY, isMuted ? '1' : '0')
  } catch {
    // Nothing is kept here; the class screen has its own switch.
  }
}
