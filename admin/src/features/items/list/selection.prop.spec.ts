/// <reference types="jest" />
import fc from 'fast-check'
import { extended, NOTHING_CHOSEN, pageToggled, type Selection, toggled } from './selection'

const ROWS = Array.from({ length: 12 }, (_, index) => `row-${index}`)
const someRow = fc.constantFrom(...ROWS)
const someAct = fc.oneof(
  someRow.map((id) => (now: Selection) => toggled(now, id)),
  someRow.map((id) => (now: Selection) => extended(now, ROWS, id)),
  fc.constant((now: Selection) => pageToggled(now, ROWS)),
)
const someSelection = fc
  .array(someAct, { maxLength: 12 })
  .map((acts) => acts.reduce((now, act) => act(now), NOTHING_CHOSEN))

it('toggling twice is nothing', () => {
  fc.assert(
    fc.property(someSelection, someRow, (selection, id) => {
      expect(toggled(toggled(selection, id), id).ids).toEqual(selection.ids)
    }),
  )
})

it('a range makes everything between its ends what its beginning is, and leaves the rest', () => {
  fc.assert(
    fc.property(someSelection, someRow, (selection, id) => {
      fc.pre(selection.anchor !== null)
      const anchor = selection.anchor as string
      const [low, high] = [ROWS.indexOf(anchor), ROWS.indexOf(id)].sort((a, b) => a - b) as [number, number]
      const after = extended(selection, ROWS, id)
      for (const [index, row] of ROWS.entries())
        expect(after.ids.has(row)).toBe(selection.ids.has(index >= low && index <= high ? anchor : row))
    }),
  )
})

it('a range whose beginning is on another page chooses the one row', () => {
  const elsewhere = toggled(NOTHING_CHOSEN, 'row-of-another-page')
  expect([...extended(elsewhere, ROWS, 'row-3').ids]).toEqual(['row-of-another-page', 'row-3'])
})

it('choosing the page chooses all of it, and again none of it; other pages stay', () => {
  fc.assert(
    fc.property(someSelection, (selection) => {
      const whole = pageToggled({ ids: new Set([...selection.ids, 'elsewhere']), anchor: null }, ROWS)
      const wasWhole = ROWS.every((id) => selection.ids.has(id))
      expect(ROWS.every((id) => whole.ids.has(id))).toBe(!wasWhole)
      expect(whole.ids.has('elsewhere')).toBe(true)
      if (wasWhole) expect(ROWS.some((id) => whole.ids.has(id))).toBe(false)
    }),
  )
})
