import { verifierKey } from '../kernel/signed-note.js'
import { SIMULATED_SIGNER, type Simulation, SimulatedBundle } from './simulated-bundle.js'
import { failuresOf, linesOfKind } from './tampering.js'

/** A small round with everything in it that a file can hold. */
const ROUND: Simulation = {
  people: 60,
  items: 10,
  poolSize: 40,
  attemptsMost: 2,
  tables: ['A', 'B'],
  dayPools: 2,
  isDrawn: true,
  isRuled: true,
  // Coarse, so that people share places and the draw decides.
  rules: { ranking: [{ by: 'right-items' }, { by: 'draw' }], paperTolerance: 0.5 },
}

export const bundle = (own: Partial<Simulation> = {}) => [...new SimulatedBundle({ ...ROUND, ...own }).lines()]
/** Its file as nobody has touched it. */
export const LINES = bundle()
export const KEY = verifierKey(SIMULATED_SIGNER)
/** What fails in a file, each code once. @param kept what somebody kept of earlier */
export const codes = (lines: readonly string[], kept = {}) => [
  ...new Set(failuresOf(lines, kept).map(({ code }) => code)),
]
/** The sentence of one failure. */
export const said = (lines: readonly string[], code: string) => failuresOf(lines).find((one) => one.code === code)?.said
export const checkpoints = (lines: readonly string[]) =>
  linesOfKind(lines, 'note').flatMap(({ of, note }) => (of === 'checkpoint' ? [note] : []))
