const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** Text as limited rich text: what would be read as markup is escaped. */
export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

/** Rich text as plain text: tags out, blocks parted by spaces, entities read, media by their text alternative. */
export function plainText(html: string): string {
  if (!/[<&]/.test(html)) return html
  return html
    .replace(/<(?:img|audio)\b[^>]*?\b(?:alt|title)="([^"]*)"[^>]*>/gi, ' $1 ')
    .replace(/<\/?(?:b|strong|i|em|u|s|sub|sup|code|a|span)\b[^>]*>/gi, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:#(\d+)|#x([0-9a-f]+)|([a-z]+));/gi, (whole, decimal: string, hex: string, name: string) => {
      if (name) return ENTITIES[name.toLowerCase()] ?? whole
      const point = Number.parseInt(decimal ?? hex, decimal ? 10 : 16)
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : ' '
    })
    .replace(/\s+/g, ' ')
    .trim()
}
