import fc from 'fast-check'
import { generatedName } from './generated-name.js'
import { foldedName, seatName } from './seat-name.js'

describe('CR-50: names that the server makes', () => {
  it('are names that somebody might type, whatever the chance', () => {
    fc.assert(
      fc.property(fc.nat(), (chance) => {
        const name = generatedName(chance)
        expect(seatName(name)).toEqual({ name })
      }),
    )
  })

  it('are 57,600 different ones, also without their marks', () => {
    const folded = new Set(Array.from({ length: 57_600 }, (_, chance) => foldedName(generatedName(chance))))
    expect(folded.size).toBe(57_600)
  })
})
