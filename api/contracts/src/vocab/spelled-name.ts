/**
 * CR-61: what makes two names of a class list the same: letters with their marks. "Dương Thị Thu" and "Dương Thị Thư" are two people;
 * case, gaps and the form in which marks are stored tell nobody apart.
 */
export function spelledName(name: string): string {
  return name
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .toLowerCase()
    .normalize('NFC')
}
