import { createHash } from 'node:crypto'
import fc from 'fast-check'
import type { ItemKey } from '@thiso/contracts/vocab'
import { canonicalJson } from '../../../kernel/canonical-json.js'
import { type CommittedItem, poolLeaf, poolLeaves, poolRoot, poolSalt, secretCommitment } from './pool-commitment.js'

const secretOf = fc.uint8Array({ minLength: 32, maxLength: 32 })

function itemOf(itemVersionId: string, option: number): CommittedItem {
  const options = ['An', 'Bình', 'Chi', 'Dũng']
  return {
    itemVersionId,
    topic: 'concepts',
    level: 'recall',
    type: 'single-choice',
    optionCount: 4,
    choiceCount: 0,
    exclusionSet: '',
    expectedShare: 0.7,
    key: { type: 'single-choice', option },
    question: { type: 'single-choice', stem: 'Ai?', options, choices: [], unit: '', translations: {} },
  }
}

describe('PF-1 the commitment to a round', () => {
  it('is SHA-256 of the tag, the round and the secret, parted by zero bytes', () => {
    const secret = Buffer.alloc(32, 1)
    const expected = createHash('sha256')
      .update(Buffer.concat([Buffer.from('thiso-round-v1\0round-1\0'), secret]))
      .digest()
    expect(secretCommitment('round-1', secret)).toEqual(expected)
  })

  it('belongs to one round: the same secret elsewhere gives another one', () => {
    const secret = Buffer.alloc(32, 1)
    expect(secretCommitment('round-1', secret)).not.toEqual(secretCommitment('round-2', secret))
  })
})

describe('PF-1 the commitment to a pool', () => {
  it('does not depend on the order in which the items come', () => {
    fc.assert(
      fc.property(secretOf, fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 12 }), (secret, ids) => {
        const items = ids.map((id, index) => itemOf(id, index % 4))
        expect(poolRoot(poolLeaves(secret, [...items].reverse()))).toEqual(poolRoot(poolLeaves(secret, items)))
      }),
    )
  })

  it('changes with every key, text and item of it', () => {
    fc.assert(
      fc.property(
        secretOf,
        fc.uniqueArray(fc.uuid(), { minLength: 2, maxLength: 9 }),
        fc.nat(),
        fc.constantFrom('key', 'text', 'share', 'gone'),
        (secret, ids, at, what) => {
          const items = ids.map((id) => itemOf(id, 1))
          const changed = items.flatMap((item, index) => {
            if (index !== at % items.length) return [item]
            if (what === 'key') return [itemOf(item.itemVersionId, 2)]
            if (what === 'text') return [{ ...item, question: { ...item.question, stem: 'Ai đó?' } }]
            return what === 'share' ? [{ ...item, expectedShare: 0.5 }] : []
          })
          expect(poolRoot(poolLeaves(secret, changed))).not.toEqual(poolRoot(poolLeaves(secret, items)))
        },
      ),
    )
  })

  it('tells no key to whoever tries them all but does not know the secret', () => {
    const secret = createHash('sha256').update('nobody knows').digest()
    const committed = poolRoot(poolLeaves(secret, [itemOf('a', 2)])).toString('hex')
    const guess = (salted: Uint8Array) =>
      [0, 1, 2, 3].map((option) => poolRoot(poolLeaves(salted, [itemOf('a', option)])).toString('hex'))
    expect(guess(Buffer.alloc(32))).not.toContain(committed)
    // Whoever knows it finds the key at once: that is what the salt is for.
    expect(guess(secret).indexOf(committed)).toBe(2)
  })

  it('salts every item by itself, with 128 bits', () => {
    const secret = Buffer.alloc(32, 5)
    expect(poolSalt(secret, 'a')).toMatch(/^[0-9a-f]{32}$/)
    expect(poolSalt(secret, 'a')).not.toBe(poolSalt(secret, 'b'))
  })

  it('holds everything that drawing and scoring need, and nothing else', () => {
    const leaf = poolLeaf(Buffer.alloc(32, 5), itemOf('a', 3))
    expect(Object.keys(leaf).sort()).toEqual(
      'choiceCount exclusionSet expectedShare item key level optionCount salt text topic type'.split(' '),
    )
    expect(leaf.key).toEqual({ type: 'single-choice', option: 3 } satisfies ItemKey)
    expect(leaf.text).toBe(
      createHash('sha256')
        .update(canonicalJson(itemOf('a', 3).question))
        .digest('hex'),
    )
  })
})
