/**
 * CR-60: a school year begins in September and ends in May; what pupils did stays through the summer that follows.
 * @param schoolYear the year in which it begins
 * @returns YYYY-MM-DD, the day on which the class with everything of it is deleted
 */
export function deletionDay(schoolYear: number): string {
  return `${schoolYear + 1}-08-31`
}

/**
 * CR-60: classes are made for the school year that runs and for the next one, so that no class is kept for years ahead.
 * @param today YYYY-MM-DD in Viet Nam
 * @returns null when it may be, otherwise why not
 */
export function yearProblem(schoolYear: number, today: string): 'over' | 'ahead' | null {
  if (deletionDay(schoolYear) <= today) return 'over'
  const year = Number(today.slice(0, 4))
  const running = deletionDay(year - 1) <= today ? year : year - 1
  return schoolYear > running + 1 ? 'ahead' : null
}
