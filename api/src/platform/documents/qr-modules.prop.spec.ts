import fc from 'fast-check'
import qrcode from 'qrcode/lib/core/qrcode.js'
import { qrPath } from './qr-modules.js'

const address = fc.webUrl({ withFragments: true, size: 'medium' })

/** The dark cells that a path of runs fills. */
function cellsOf(path: string): Set<string> {
  const cells = new Set<string>()
  for (const [, x, y, count] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let each = 0; each < Number(count); each++) cells.add(`${Number(x) + each} ${y}`)
  return cells
}

it('fills exactly the dark modules, inside a quiet zone of four', () => {
  fc.assert(
    fc.property(address, (text) => {
      const { size, data } = qrcode.create(text, { errorCorrectionLevel: 'M' }).modules
      const cells = [...data].map((value, index) =>
        value ? `${(index % size) + 4} ${Math.floor(index / size) + 4}` : '',
      )
      const drawn = qrPath(text)
      expect(drawn.size).toBe(size + 8)
      expect(cellsOf(drawn.path)).toEqual(new Set(cells.filter((cell) => cell !== '')))
    }),
    { numRuns: 30 },
  )
})
