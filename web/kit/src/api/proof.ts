import type { ApiOutput } from '@thiso/contracts'

/** What the server asks of a device where very much comes from its network. */
export type ProofChallenge = ApiOutput<'proofChallenge'>
export type ProofAct = 'sign-up' | 'start' | 'seat'

/** Does the work and packs it for the header. */
export type ProofSolver = (challenge: ProofChallenge) => Promise<string>

let solver: ProofSolver | null = null

/** The app that can do such work says how; without one the server's refusal is shown as it is. */
export function solveProofsWith(own: ProofSolver): void {
  solver = own
}

export function proofSolver(): ProofSolver | null {
  return solver
}
