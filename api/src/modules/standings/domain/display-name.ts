import type { NameDisplay } from '@thiso/contracts/vocab'

/**
 * LB-6: how a person is named in public. 'masked' keeps the given name and the initials of the rest ("N. V. An");
 * a name of one word keeps its first letter only. 'code' shows nothing of the name.
 * @param code a short code of the person in this round
 */
export function displayName(fullName: string, display: NameDisplay, code: string): string {
  if (display === 'full') return fullName
  if (display === 'code') return `TS-${code.slice(0, 6).toUpperCase()}`
  const words = fullName.split(' ').filter(Boolean)
  const given = words.at(-1) ?? ''
  if (words.length < 2) return `${[...given][0] ?? ''}.`
  return [...words.slice(0, -1).map((word) => `${[...word][0] ?? ''}.`), given].join(' ')
}
