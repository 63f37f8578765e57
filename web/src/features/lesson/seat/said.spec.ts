/// <reference types="jest" />
import type { SeatViewData } from '@thiso/contracts'
import { item, step, view } from './news.sample'
import { leadWords, nextWords, ownTeam, silenceWords } from './said'

const seated = (change: Partial<SeatViewData>) => ({ ...view(2), ...change })
const cloud = { ...item(3), kind: 'word-cloud' as const, type: null }
const [first, last] = [step(2), step(10)]
const settings = (talkS: number) => ({ ...view(2).settings, teams: { count: 4, sum: 'mean' as const, talkS } })

describe('CR-57 what a phone says to whom', () => {
  it('CR-57 no later question is promised after the last one', () => {
    expect(silenceWords(seated({ step: first }))).toBe('item.overText')
    expect(silenceWords(seated({ step: last }))).toBe('item.overLast')
    expect(silenceWords(seated({ step: first, mode: 'team-device' }))).toBe('item.overTeam')
    expect(silenceWords(seated({ step: last, mode: 'team-device' }))).toBe('item.overLastTeam')
    expect([nextWords({ step: first }), nextWords({ step: last })]).toEqual(['reveal.next', 'reveal.last'])
  })

  it('CR-31 silence leaves the floor, so nobody is comforted; a word cloud takes nobody', () => {
    expect(silenceWords(seated({ step: first, mode: 'bell' }))).toBe('item.overBell')
    expect(silenceWords(seated({ step: last, mode: 'bell' }))).toBe('item.overBell')
    expect(silenceWords(seated({ step: first, mode: 'bell', item: cloud }))).toBe('item.overText')
  })

  it('CR-24 a team talks where it has time for it', () => {
    expect(leadWords(seated({ mode: 'team-device', settings: settings(20) }))).toBe('item.talk')
    expect(leadWords(seated({ mode: 'team-device', settings: settings(0) }))).toBe('item.read')
    expect(leadWords(seated({ mode: 'teams', settings: settings(20) }))).toBe('item.read')
  })

  it('CR-24 a team is called by its number in each language', () => {
    const of = seated({ mode: 'teams', seat: { ...view(2).seat, team: 3 } })
    expect([ownTeam(of, 'vi'), ownTeam(of, 'en')]).toEqual(['Tổ 3', 'Team 3'])
    expect(ownTeam(seated({ mode: 'individual' }), 'vi')).toBeNull()
  })
})
