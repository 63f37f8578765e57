// @ts-check
// Papers drawn at random from a pool and answered by simulated people; the same numbers give the same papers in every thread.
import { chancesOfRight, itemModels, shiftOf } from '../../../api/dist/modules/detection/domain/answer-model.js'
import { Chance } from '../../../seed/dist/detection/chance.js'
import { answer, OPTIONS, teaching, trueItems } from '../../../seed/dist/detection/simulated-items.js'

/** @param {{ seed: number, papers: number, size: number, pool: number }} shape */
export function drawnPapers({ seed, papers, size, pool }) {
  const chance = new Chance(seed)
  const items = trueItems(chance, pool)
  const taught = teaching(chance, pool, 0)
  const order = Int16Array.from(items.keys())
  const drawn = Array.from({ length: papers }, () => {
    const ability = chance.normal()
    for (let i = 0; i < size; i++) {
      const j = i + chance.below(pool - i)
      const taken = order[i] ?? 0
      order[i] = order[j] ?? 0
      order[j] = taken
    }
    const own = order.slice(0, size)
    const answers = Int8Array.from(own, (index) => {
      const item = items[index]
      return item ? answer(chance, item, index, ability, taught) : 0
    })
    return { items: own, answers }
  })
  const models = itemModels(new Array(pool).fill(OPTIONS - 1), drawn)
  const rights = models.map(({ right }) => right)
  const ready = drawn.map((paper) => {
    const score = paper.answers.reduce((sum, code) => sum + (code === 0 ? 1 : 0), 0)
    const own = Array.from(paper.items, (item) => rights[item] ?? 0)
    return { ...paper, chances: chancesOfRight(models, paper), shift: shiftOf(own, score) }
  })
  return { models, papers: ready }
}
