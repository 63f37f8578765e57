/// <reference types="jest" />
import { returnPath } from './return-path'

const go = (wanted: string | null) => returnPath(wanted, 'https://thi.example.vn')

describe('returnPath', () => {
  it('keeps a path of this site whole', () => {
    expect(go('/bang/1?a=2#b')).toBe('/bang/1?a=2#b')
  })

  it.each([null, '', 'bang', 'https://evil.example/', '//evil.example/x', '/\\evil.example', 'javascript:alert(1)'])(
    'goes home for %p',
    (wanted) => expect(go(wanted)).toBe('/'),
  )

  it('never leads back to the door', () => {
    expect(go('/dang-nhap?tiep=/toi')).toBe('/')
    expect(go('/dang-ky')).toBe('/')
  })
})
