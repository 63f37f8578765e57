/// <reference types="jest" />
import { returnPath } from './return-path'

const go = (wanted: string | null) => returnPath(wanted, 'https://thi.example.vn')

it('keeps a path of the panel whole', () => {
  expect(go('/dot/1/sua?a=2#b')).toBe('/dot/1/sua?a=2#b')
})

it.each([
  null,
  '',
  'dot',
  'https://evil.example/',
  '//evil.example/x',
  '/\\evil.example',
  '/\t/evil.example',
  '/.//evil.example',
  'javascript:alert(1)',
  '/dang-nhap?tiep=/dot/1',
])('goes to the overview for %p', (wanted) => expect(go(wanted)).toBe('/'))
