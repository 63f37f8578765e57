/** Which act a key stands for. */
export function actOf(key: string, optionCount: number): number | 'back' | 'next' | 'mark' | null {
  const low = key.toLowerCase()
  if (low === 'arrowleft' || low === 'k') return 'back'
  if (low === 'arrowright' || low === 'j') return 'next'
  if (low === 'm') return 'mark'
  const index = low.length === 1 ? Math.max('abcdef'.indexOf(low), '123456'.indexOf(low)) : -1
  return index >= 0 && index < optionCount ? index : null
}
