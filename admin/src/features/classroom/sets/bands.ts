/** School levels by the last grade of each, which is what a suggestion takes. */
export const BANDS = [
  { name: 'primary', grade: 5 },
  { name: 'lower', grade: 9 },
  { name: 'upper', grade: 12 },
] as const
export type BandName = (typeof BANDS)[number]['name']

export const gradeOf = (name: BandName): number => BANDS.find((band) => band.name === name)?.grade ?? 12
export const bandOf = (grade: number): BandName => BANDS.find((band) => grade <= band.grade)?.name ?? 'upper'

const KEY = 'thiso.classroom.band'

/** The level that this teacher chose last; a browser that keeps nothing starts from the oldest. */
export function lastBand(): BandName {
  try {
    const kept = localStorage.getItem(KEY)
    return BANDS.find(({ name }) => name === kept)?.name ?? 'upper'
  } catch {
    return 'upper'
  }
}

export function keepBand(name: BandName): void {
  try {
    localStorage.setItem(KEY, name)
  } catch {
    // It is only a convenience.
  }
}
