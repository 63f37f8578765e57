// @ts-check
// The rounds that are simulated. Seeds are numbers, so that whoever runs it again gets the same people.

/** Realistic shares: of two thousand people a few dozen do what is not allowed; leaks spread over a class chat. */
const PLANTS = {
  pairs: 5,
  rings: 4,
  slowRings: 2,
  leakedItems: 3,
  leakSpread: 0.4,
  bots: 4,
  steadyBots: 3,
  proxies: 3,
  severalAccounts: 3,
}
const NONE = {
  pairs: 0,
  rings: 0,
  slowRings: 0,
  leakedItems: 0,
  leakSpread: 0,
  bots: 0,
  steadyBots: 0,
  proxies: 0,
  severalAccounts: 0,
}
const UNITS = [400, 300, 250, 200, 200, 150, 150, 120, 100, 80, 50]

export const CONTESTS = [
  { name: 'common-30', paper: 30, pool: 30, units: UNITS, seeds: 6, plants: PLANTS },
  { name: '30-of-60', paper: 30, pool: 60, units: UNITS, seeds: 3, plants: PLANTS },
  { name: '20-of-300', paper: 20, pool: 300, units: UNITS, seeds: 3, plants: PLANTS },
]

/** Only rings and pairs, to see what the overlap of two papers does: n items of Q give n²/Q in common. */
export const OVERLAPS = [
  [30, 30],
  [30, 40],
  [20, 20],
  [30, 60],
  [20, 100],
  [20, 300],
].map(([paper = 0, pool = 0]) => ({
  name: `${paper}-of-${pool}`,
  paper,
  pool,
  units: [200, 200, 200],
  seeds: 1,
  plants: { ...NONE, rings: 10, pairs: 10 },
}))

/** @typedef {(typeof CONTESTS)[number]} Contest */
