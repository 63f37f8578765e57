/// <reference types="jest" />
import { planProblems, prizeOrder } from './collective-plan.js'
import { COLLECTIVE_PRESETS, type CollectivePlan } from './winners.js'

const prize = { tier: 'first', reward: { vi: '', en: '' }, by: 'participants', place: 1, sizeClass: null } as const
const plan: CollectivePlan = { ...COLLECTIVE_PRESETS['number-and-rate-2019'], prizes: [prize] }
const found = (part: Partial<CollectivePlan>, unitCount = 10) =>
  planProblems({ ...plan, ...part }, unitCount).map(({ code, path }) => `${path} ${code}`)

describe('WN-7: plans that no figures can keep', () => {
  it.each(Object.entries(COLLECTIVE_PRESETS))('%s can be kept with three units', (_, preset) => {
    expect(planProblems(preset, 3)).toEqual([])
  })

  it('a prize goes to a class that there is', () => {
    const sizeClasses = [
      { name: 'nhỏ', upTo: 100 },
      { name: 'lớn', upTo: null },
    ]
    expect(found({ sizeClasses, prizes: [{ ...prize, sizeClass: 'lớn' }] })).toEqual([])
    expect(found({ sizeClasses, prizes: [{ ...prize, sizeClass: 'vừa' }] })).toEqual([
      'prizes.0.sizeClass class_unknown',
    ])
  })

  it('classes have names of their own and go up, each holding somebody', () => {
    const classes = (...bounds: [string, number | null][]) => ({
      sizeClasses: bounds.map(([name, upTo]) => ({ name, upTo })),
    })
    expect(found(classes(['a', 10], ['b', 10]))).toEqual(['sizeClasses.1.upTo classes_not_ascending'])
    expect(found(classes(['a', null], ['b', 10]))).toEqual(['sizeClasses.1.upTo classes_not_ascending'])
    expect(found(classes(['a', 10], ['a ', 20], [' ', null]))).toEqual([
      'sizeClasses.1.name class_repeated',
      'sizeClasses.2.name class_unnamed',
    ])
  })

  it('a formula weighs something, a place is given once and there is such a place', () => {
    const weights = { participants: 0, rate: 0, quality: 0 }
    expect(found({ weights })).toEqual([])
    expect(found({ weights, prizes: [{ ...prize, by: 'formula' }] })).toEqual(['prizes.0.by weights_missing'])
    expect(found({ prizes: [prize, { ...prize, tier: 'second' }] })).toEqual(['prizes.1.place place_repeated'])
    expect(found({ prizes: [prize, { ...prize, by: 'rate' }] })).toEqual([])
    expect(found({ prizes: [{ ...prize, place: 4 }] }, 3)).toEqual(['prizes.0.place place_beyond'])
  })

  it('prizes are given from the highest tier, within a tier as the plan has them', () => {
    const tiers = ['third', 'first', 'consolation', 'first', 'second'] as const
    expect(prizeOrder({ prizes: tiers.map((tier) => ({ ...prize, tier })) })).toEqual([1, 3, 4, 0, 2])
  })
})
