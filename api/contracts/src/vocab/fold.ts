/** Text for searching: lower case, no diacritics, đ as d, single spaces. "Tiên Phước" -> "tien phuoc". */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().replace(/\s+/g, ' ').trim()
}
