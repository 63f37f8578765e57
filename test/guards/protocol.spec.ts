import { PROTOCOL_VERSION } from '@thiso/contracts'
import { textOf } from './sources'

it('pages and server speak the same version of the socket protocol', () => {
  const written = /^const PROTOCOL = (\d+)$/m.exec(textOf('web/kit/src/api/live.ts'))?.[1]
  expect(Number(written)).toBe(PROTOCOL_VERSION)
})
