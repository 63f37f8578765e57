/** A formula as a tree, for setting it in print: what stands above, below, beside and inside of what. */
export type Formula =
  | { kind: 'row'; parts: Formula[] }
  /** `upright`: numbers, names of functions, text; `italic`: one letter that stands for a quantity. */
  | { kind: 'word'; text: string; look: 'upright' | 'italic' }
  | { kind: 'sign'; text: string; role: SignRole }
  | { kind: 'space'; em: number }
  | { kind: 'fraction'; above: Formula; below: Formula; hasBar: boolean }
  | { kind: 'scripts'; base: Formula; sub: Formula | null; sup: Formula | null }
  | { kind: 'limits'; base: Formula; under: Formula | null; over: Formula | null }
  /** A line, arrow or hat over the base. */
  | { kind: 'accent'; base: Formula; sign: string }
  | { kind: 'root'; inside: Formula; degree: Formula | null }
  | { kind: 'fence'; open: string; close: string; inside: Formula }
  | { kind: 'table'; rows: Formula[][] }

/** What a sign does, which decides the space around it. */
export type SignRole = 'relation' | 'operation' | 'large' | 'comma' | 'other'

const RELATIONS = new Set('=<>≤≥≠≈≡∼≅∝∈∉⊂⊃⊆⊇→←↔⇒⇐⇔⊥∥:')
const OPERATIONS = new Set('+−±∓×÷·⋅∗∪∩∧∨∖')
const LARGE = new Set('∑∏∫∬∮')

export function signRole(text: string): SignRole {
  if (RELATIONS.has(text)) return 'relation'
  if (OPERATIONS.has(text)) return 'operation'
  if (LARGE.has(text)) return 'large'
  return text === ',' || text === ';' ? 'comma' : 'other'
}
