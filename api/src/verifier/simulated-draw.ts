import { createHash } from 'node:crypto'
import type { RoundRules } from '@thiso/contracts/vocab'
import type { BundleLine, DrawLineOf, PersonLine } from '../modules/proof/domain/bundle.js'
import { beaconRandomness } from '../modules/results/domain/beacon.js'
import { drawAll, drawList } from '../modules/results/domain/draw-list.js'
import { commitmentTo } from '../modules/results/domain/verifiable-draw.js'
import { SIM_CLOSES, SIM_OPENS } from './simulated-parts.js'
import { inOrder } from './simulated-people.js'

/** Round 657413 of the beacon, as it published it. */
const BEACON = {
  round: 657_413,
  signature: 'b713718a38ae728dfd477991af2822e08d2f305e47718cef9f7848ce4050e7be41076862b98fad56e91a6b85b89cd97b',
}
/** Draws among everybody by the beacon, puts the lines into the drawn order, and says how it was done. */
export function drawnLines(lines: PersonLine[], roundId: string, seed: string, rules: RoundRules): BundleLine[] {
  const secret = createHash('sha256').update(`${seed} draw`).digest()
  const randomness = beaconRandomness(BEACON.round, BEACON.signature) as Buffer
  const list = drawList(lines)
  const drawn = drawAll({ scope: roundId, secret, randomness, lines: list })
  const placeOf = new Map(list.map(({ code, n }) => [code, n]))
  for (const line of lines) {
    line.drawOrder = drawn.orderOf.get(line.code) as number
    line.listed = placeOf.get(line.code) as number
  }
  inOrder(lines, rules)
  return [
    {
      kind: 'draw',
      state: 'drawn',
      commitment: commitmentTo(roundId, secret).toString('hex'),
      committedAt: SIM_OPENS - 1_000,
      secret: secret.toString('hex'),
      listRoot: drawn.listRoot.toString('hex'),
      listCount: list.length,
      source: { kind: 'beacon', round: BEACON.round, dueAt: new Date(SIM_CLOSES + 7_200_000).toISOString() },
      namedAt: SIM_CLOSES + 3_600_000,
      entry: BEACON.signature,
      randomness: randomness.toString('hex'),
      seed: drawn.seed.toString('hex'),
    },
    ...list.map(({ n, code, table, rank }) => ({ kind: 'listed' as const, n, code, table, rank })),
  ]
}

export const NO_DRAW: DrawLineOf = {
  kind: 'draw',
  state: 'none',
  commitment: null,
  committedAt: null,
  secret: null,
  listRoot: null,
  listCount: null,
  source: null,
  namedAt: null,
  entry: null,
  randomness: null,
  seed: null,
}
