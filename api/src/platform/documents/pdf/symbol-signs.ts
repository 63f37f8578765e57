/**
 * Signs that the text font has not: Greek letters, arrows, signs of mathematics. Every PDF viewer brings the font Symbol along (one of the
 * fourteen standard fonts, ISO 32000-1, 9.6.2.2), with these codes and widths (thousandths of the size; Adobe's core font metrics).
 */
const SIGNS =
  '∀22713 ∃24549 ∋27439 ∗2a500 ≅40549 Α41722 Β42667 Χ43722 Δ44612 Ε45611 Φ46763 Γ47603 Η48722 Ι49333 ' +
  'ϑ4a631 Κ4b722 Λ4c686 Μ4d889 Ν4e722 Ο4f722 Π50768 Θ51741 Ρ52556 Σ53592 Τ54611 Υ55690 ς56439 Ω57768 ' +
  'Ξ58645 Ψ59795 Ζ5a611 ∴5c863 ⊥5e658 α61631 β62549 χ63549 δ64494 ε65439 φ66521 γ67411 η68603 ι69329 ' +
  'ϕ6a603 κ6b549 λ6c549 μ6d576 ν6e521 ο6f549 π70549 θ71521 ρ72549 σ73603 τ74439 υ75576 ϖ76713 ω77686 ' +
  'ξ78493 ψ79686 ζ7a494 ∣7c200 ∼7e549 ϒa1620 ′a2247 ≤a3549 ∞a5713 ♣a7753 ♦a8753 ♥a9753 ♠aa753 ↔ab1042 ' +
  '←ac987 ↑ad603 →ae987 ↓af603 °b0400 ″b2411 ≥b3549 ∝b5713 ∂b6494 ≠b9549 ≡ba549 ≈bb549 ℵc0823 ℑc1686 ' +
  'ℜc2795 ⊗c4768 ⊕c5768 ∅c6823 ∩c7768 ∪c8768 ⊃c9713 ⊇ca713 ⊄cb713 ⊂cc713 ⊆cd713 ∈ce713 ∉cf713 ∠d0768 ' +
  '∇d1713 ∏d5823 √d6549 ⋅d7250 ¬d8713 ∧d9603 ∨da603 ⇔db1042 ⇐dc987 ⇑dd603 ⇒de987 ⇓df603 ◊e0494 〈e1329 ' +
  '∑e5713 〉f1329 ∫f2274 '

interface SymbolSign {
  code: number
  width: number
}

const signs = new Map<string, SymbolSign>(
  SIGNS.trim()
    .split(' ')
    .map((entry) => {
      const [sign = '', ...rest] = [...entry]
      const digits = rest.join('')
      return [sign, { code: Number.parseInt(digits.slice(0, 2), 16), width: Number(digits.slice(2)) }]
    }),
)

export function symbolSign(sign: string): SymbolSign | undefined {
  return signs.get(sign)
}

/** The sign behind a code, for reading a page back. */
export function signOfCode(code: number): string {
  return [...signs].find(([, sign]) => sign.code === code)?.[0] ?? ''
}
