import { openNote, verifierKey } from '../../../kernel/signed-note.js'
import { attemptLeaf } from './leaf.js'
import { promiseText, receiptLine, receiptOf, signReceipt } from './receipt.js'

const signer = { name: 'thi.example.vn', seed: Buffer.alloc(32, 3) }
const attempt = {
  origin: 'thi.example.vn/rounds/4b6c1b1e-6a3e-4d8e-9f0a-0b6f6a4f2a11',
  roundId: '4b6c1b1e-6a3e-4d8e-9f0a-0b6f6a4f2a11',
  attemptId: '8d2f0d53-1111-8222-9333-444455556666',
  receiptCode: 'ABCD-EFGH-JKMN',
  submittedAt: new Date('2026-10-01T08:00:00.123Z'),
  head: Buffer.alloc(32, 1),
  salt: Buffer.alloc(16, 2),
}
const receipt = receiptOf(attempt)

describe('PF-8 the receipt', () => {
  it('names the attempt, its code, its moment and what the leaf is made of, and nothing else', () => {
    expect(Object.keys(receipt).sort()).toEqual('attempt code format head origin round salt submittedAt'.split(' '))
    expect(receipt.submittedAt).toBe(1790841600123)
  })

  it('comes with a promise over its leaf and over every letter of it', () => {
    const text = openNote(signReceipt(receipt, signer).promise, verifierKey(signer))
    expect(text).toBe(promiseText(receipt))
    const lines = promiseText(receipt).split('\n')
    expect(lines.slice(0, 3)).toEqual([
      attempt.origin,
      'receipt',
      attemptLeaf(attempt.salt, attempt.head).toString('base64'),
    ])
    for (const change of [{ code: 'ABCD-EFGH-JKMP' }, { submittedAt: 1 }, { attempt: attempt.roundId }])
      expect(promiseText({ ...receipt, ...change })).not.toBe(promiseText(receipt))
  })

  it('is the same whenever it is asked for', () => {
    expect(signReceipt(receipt, signer)).toEqual(signReceipt(receiptOf(attempt), signer))
  })

  it('fits a line of an address', () => {
    const line = receiptLine(signReceipt(receipt, signer))
    expect(line).toMatch(/^[A-Za-z0-9._~:-]+$/)
    expect(line.split('~').slice(0, 5)).toEqual([
      'thi.example.vn',
      '4b6c1b1e6a3e4d8e9f0a0b6f6a4f2a11',
      '8d2f0d53111182229333444455556666',
      'ABCD-EFGH-JKMN',
      '1790841600123',
    ])
    expect(line.length).toBeLessThan(330)
  })
})
