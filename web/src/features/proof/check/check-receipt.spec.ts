import { ofBase64, toHex } from './bytes'
import { type Answers, checkReceipt } from './check-receipt'
import { golden } from './golden.sample'
import { leafHex, readReceipt, type Receipt } from './receipt'

const receipt = readReceipt(JSON.stringify(golden.receipt)) as Receipt
const leaf = golden.proof as unknown as Extract<NonNullable<Answers['leaf']>, { state: 'included' }>
const key = { verifierKey: golden.verifierKey, since: '', isCurrent: true }
const round = { origin: golden.receipt.origin, keys: [key] }
const answers: Answers = { round, leaf, host: 'thi.example.vn' }
const verdict = (found: Partial<Receipt>, other: Partial<Answers> = {}) =>
  checkReceipt({ ...receipt, ...found }, { ...answers, ...other })

describe('PF-8 reading a receipt', () => {
  it('takes its text, its address and the line of it alike', () => {
    expect(receipt).toEqual(golden.receipt)
    expect(readReceipt(`  ${JSON.stringify(golden.receipt, null, 2)}\n`)).toEqual(golden.receipt)
    expect(readReceipt(golden.line)).toEqual(golden.receipt)
    expect(readReceipt(`https://thi.example.vn/kiem-chung/bien-nhan#${golden.line}`)).toEqual(golden.receipt)
  })

  it.each([
    '',
    'xin chào',
    '{',
    '{}',
    '[]',
    'null',
    'a~b~c~d~e~f~g~h~i',
    golden.line.slice(0, -130),
    '{"format":"thiso-receipt-1"}',
  ])('refuses %j', (pasted) => expect(readReceipt(pasted)).toBeNull())

  it('knows the leaf that the server puts into the log', () => {
    expect(leafHex(receipt)).toBe(toHex(ofBase64('pYzvJ/2ZG0G73y/o//xUILv4Ya2HuWhObtvKfnOpIUU=') as Uint8Array))
  })
})

describe('PF-8 checking a receipt', () => {
  it('finds that it holds, where in the log, and that the log has ended', () => {
    expect(verdict({})).toEqual({ kind: 'holds', leafIndex: 2, size: 7, isFinal: true })
  })

  it('needs no WebCrypto', () => {
    const crypto = Object.getOwnPropertyDescriptor(globalThis, 'crypto') as PropertyDescriptor
    Object.defineProperty(globalThis, 'crypto', { value: undefined, configurable: true })
    try {
      expect(verdict({}).kind).toBe('holds')
    } finally {
      Object.defineProperty(globalThis, 'crypto', crypto)
    }
  })

  it('finds every letter that was changed', () => {
    const changes: Partial<Receipt>[] = [
      { code: 'ABCD-EFGH-JKMP' },
      { submittedAt: receipt.submittedAt - 1 },
      { attempt: receipt.round },
      { head: receipt.head.replace('1', '0') },
      { salt: receipt.salt.replace('2', '3') },
      { promise: receipt.promise.replace('IUU=', 'IUV=') },
      { promise: golden.proof.note },
      { promise: '' },
    ]
    for (const change of changes) expect([change, verdict(change).kind]).toEqual([change, 'altered'])
  })

  it('tells a foreign receipt, an unknown round and an unknown key apart', () => {
    expect(verdict({}, { round: null, host: 'khac.example.vn' })).toEqual({ kind: 'foreign', host: 'thi.example.vn' })
    expect(verdict({}, { round: null })).toEqual({ kind: 'unknown-round' })
    expect(verdict({}, { round: { ...round, origin: round.origin.replace('thi.', 'khac.') } }).kind).toBe('foreign')
    expect(verdict({}, { round: { ...round, keys: [{ ...key, verifierKey: golden.otherKey }] } }).kind).toBe(
      'unknown-key',
    )
  })

  it('says what is still to come, and what was promised and not kept', () => {
    expect(verdict({}, { leaf: { state: 'sealed' } }).kind).toBe('sealed')
    expect(verdict({}, { leaf: { state: 'waiting' } }).kind).toBe('waiting')
    expect(verdict({}, { leaf: { state: 'absent' } }).kind).toBe('missing')
  })

  it('believes no proof that does not hold', () => {
    const broken: [Partial<typeof leaf>, string][] = [
      [{ leafIndex: 3 }, 'inclusion'],
      [{ path: [...leaf.path].reverse() }, 'inclusion'],
      [{ path: leaf.path.slice(1) }, 'inclusion'],
      [{ note: leaf.newestNote }, 'inclusion'],
      [{ note: leaf.note.replace('\n5\n', '\n6\n') }, 'signature'],
      [{ newestNote: golden.receipt.promise }, 'signature'],
      [{ consistency: [] }, 'consistency'],
      // A platform that shows another log afterwards: signed well, and found out.
      [{ newestNote: golden.forked }, 'consistency'],
      [{ newestNote: leaf.note, note: leaf.newestNote }, 'inclusion'],
    ]
    for (const [change, step] of broken)
      expect([change, verdict({}, { leaf: { ...leaf, ...change } })]).toEqual([change, { kind: 'broken', step }])
  })
})
