import type { DeterministicRandom } from '../../../kernel/deterministic-random.js'

/**
 * PP-3: in which order each code shows `size` items. The orders are rows of Latin squares, so in any `size` codes following each other no
 * item has the same place twice, and over all codes each item stands at each place ⌊codes/size⌋ or ⌈codes/size⌉ times: fewer coincidences
 * are not possible. The squares are E. J. Williams' (1949, balanced for carry-over): with an even size no item follows the same item in
 * two codes of a square, with an odd size in at most two. Which item plays which part in a square, and the order of its rows, is chance.
 * @returns for each code the items' indices by place
 */
export function placeOrders(random: DeterministicRandom, size: number, codeCount: number): number[][] {
  const row = zigzag(size)
  const orders: number[][] = []
  while (size > 0 && orders.length < codeCount) {
    const part = random.shuffled(indices(size))
    for (const shift of random.shuffled(indices(size)))
      orders.push(row.map((value) => part[(value + shift) % size] as number))
  }
  return size === 0 ? Array.from({ length: codeCount }, () => []) : orders.slice(0, codeCount)
}

/** 0, 1, n−1, 2, n−2, …: the steps between neighbours are all different modulo an even n, and each at most twice modulo an odd n. */
function zigzag(size: number): number[] {
  return indices(size).map((place) => (place % 2 === 1 ? (place + 1) / 2 : (size - place / 2) % size))
}

export function indices(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index)
}
