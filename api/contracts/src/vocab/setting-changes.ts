/** One setting as it was and as it is to be; null: absent. */
export interface SettingChange {
  path: string
  before: unknown
  after: unknown
}

/**
 * AM-4: what differs between two settings, as a flat list for people to read. Objects are walked through; lists are whole settings of
 * their own, because "the third criterion is now another one" says less than both lists.
 * Sorted by path; what is equal is left out.
 */
export function settingChanges(before: unknown, after: unknown, path = ''): SettingChange[] {
  if (isRecord(before) && isRecord(after)) {
    // By code units, the same everywhere.
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort((a, b) => (a < b ? -1 : 1))
    return keys.flatMap((key) => settingChanges(before[key], after[key], path ? `${path}.${key}` : key))
  }
  return isSameJson(before, after) ? [] : [{ path, before: before ?? null, after: after ?? null }]
}

/** Equal as JSON, whatever the order of keys; an absent value is null. */
export function isSameJson(a: unknown, b: unknown): boolean {
  const [left, right] = [a ?? null, b ?? null]
  if (Array.isArray(left) && Array.isArray(right))
    return left.length === right.length && left.every((value, index) => isSameJson(value, right[index]))
  if (isRecord(left) && isRecord(right)) {
    const keys = new Set([...Object.keys(left), ...Object.keys(right)])
    return [...keys].every((key) => isSameJson(left[key], right[key]))
  }
  // JSON knows neither NaN nor a negative zero, which `Object.is` would tell apart.
  return left === right
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
