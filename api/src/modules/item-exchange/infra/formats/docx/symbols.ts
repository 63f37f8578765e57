/** Letters of symbol fonts, by their place in the font; Word keeps them in the private range U+F000. */

const SYMBOL: Record<number, string> = Object.fromEntries(
  `22 ∀ 24 ∃ 27 ∍ 2a ∗ 2d − 40 ≅ 41 Α 42 Β 43 Χ 44 Δ 45 Ε 46 Φ 47 Γ 48 Η 49 Ι 4b Κ 4c Λ 4d Μ 4e Ν 4f Ο 50 Π 51 Θ 52 Ρ 53 Σ 54 Τ 55 Υ
  57 Ω 58 Ξ 59 Ψ 5a Ζ 5c ∴ 5e ⊥ 61 α 62 β 63 χ 64 δ 65 ε 66 φ 67 γ 68 η 69 ι 6a ϕ 6b κ 6c λ 6d μ 6e ν 6f ο 70 π 71 θ 72 ρ 73 σ 74 τ
  75 υ 77 ω 78 ξ 79 ψ 7a ζ a2 ′ a3 ≤ a4 ⁄ a5 ∞ ab ↔ ac ← ad ↑ ae → af ↓ b0 ° b1 ± b2 ″ b3 ≥ b4 × b5 ∝ b6 ∂ b7 • b8 ÷ b9 ≠ ba ≡ bb ≈ bc …
  c6 ∅ c7 ∩ c8 ∪ c9 ⊃ ca ⊇ cb ⊄ cc ⊂ cd ⊆ ce ∈ cf ∉ d0 ∠ d1 ∇ d5 ∏ d6 √ d7 ⋅ d8 ¬ d9 ∧ da ∨ db ⇔ dc ⇐ de ⇒ e5 ∑ f2 ∫`
    .split(/\s+/)
    .reduce<[number, string][]>((pairs, word, at, all) => {
      if (at % 2 === 0) pairs.push([Number.parseInt(word, 16), all[at + 1] as string])
      return pairs
    }, []),
)
const WINGDINGS: Record<number, string> = {
  108: '●',
  110: '■',
  111: '□',
  113: '❑',
  117: '◆',
  118: '❖',
  167: '▪',
  168: '◻',
  216: '➢',
  224: '→',
  232: '➔',
  239: '⇦',
  240: '⇨',
  251: '✗',
  252: '✓',
  253: '☒',
  254: '☑',
  74: '☺',
  76: '☹',
  70: '☞',
}

/**
 * @param place the place in the font, hexadecimal ("F0FC")
 * @returns the letter; '' when the font's letter is not known
 */
export function symbolOf(place: string, font: string): string {
  const code = Number.parseInt(place, 16)
  if (!Number.isFinite(code)) return ''
  if (code < 0xf000 || code > 0xf0ff) return String.fromCodePoint(Math.min(code, 0x10ffff))
  return placeOf(code - 0xf000, font)
}

function placeOf(at: number, font: string): string {
  if (/^symbol/i.test(font)) return SYMBOL[at] ?? (at < 0x7f ? String.fromCharCode(at) : '')
  if (/^wingdings$/i.test(font)) return WINGDINGS[at] ?? '•'
  if (/^(wingdings|webdings)/i.test(font)) return '•'
  return at < 0x7f ? String.fromCharCode(at) : ''
}

/** Text with letters of symbol fonts in the private range; without the font's name they are read as Symbol. */
export function fromSymbolFont(text: string, font: string): string {
  const known = /^(wingdings|webdings)/i.test(font) ? font : 'Symbol'
  return text.replace(/[\uf020-\uf0ff]/g, (letter) => placeOf(letter.charCodeAt(0) - 0xf000, known))
}
