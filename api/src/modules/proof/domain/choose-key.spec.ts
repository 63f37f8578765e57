import { verifierKey } from '../../../kernel/signed-note.js'
import { chooseKey, keyNameOf } from './choose-key.js'

const seed = (byte: number) => Buffer.alloc(32, byte)

describe('PF-3 the key of the platform', () => {
  it('bears the name of the public address', () => {
    expect(keyNameOf('https://thi.example.vn/')).toBe('thi.example.vn')
    expect(keyNameOf('http://10.0.0.5:3000')).toBe('10.0.0.5:3000')
    expect(keyNameOf(undefined)).toBe('thi-so')
  })

  it('is made once and then found again', () => {
    const { key, signer } = chooseKey('a.vn', [], null, seed(1))
    expect(key).toEqual({ verifierKey: verifierKey(signer), name: 'a.vn', seed: seed(1) })
    expect(chooseKey('a.vn', [key], null, seed(2)).signer.seed).toEqual(seed(1))
  })

  it('is another one under another address, and the earlier one after coming back', () => {
    const { key } = chooseKey('a.vn', [], null, seed(1))
    const moved = chooseKey('b.vn', [key], null, seed(2))
    expect(moved.key.name).toBe('b.vn')
    expect(chooseKey('a.vn', [key, moved.key], null, seed(3)).key).toEqual(key)
  })

  it('of a setting goes before, and its secret half is kept nowhere', () => {
    const { key } = chooseKey('a.vn', [], null, seed(1))
    const given = chooseKey('a.vn', [key], seed(9), seed(2))
    expect(given.signer.seed).toEqual(seed(9))
    expect(given.key.seed).toBeNull()
    // Without the setting the kept one signs again; the other one stays known as a public key.
    expect(chooseKey('a.vn', [key, given.key], null, seed(3)).key).toEqual(key)
  })
})
