import { PAPER_NOTICE_EN, PAPER_NOTICE_VERSION, PAPER_NOTICE_VI } from '@thiso/contracts/vocab'
import { noticeOf, PAPER_NOTICE_SHA256 } from './paper-notice'

describe('PE-1: what is said before a paper', () => {
  it('says the same parts in both languages: what, what for, what not and until when', () => {
    expect([PAPER_NOTICE_VI.length, PAPER_NOTICE_EN.length]).toEqual([3, 3])
    expect([PAPER_NOTICE_VI[2], PAPER_NOTICE_EN[2]].every((part) => part.includes('90') && part.includes('180'))).toBe(
      true,
    )
  })

  /** Attempts keep only version and hash. Whoever changes a word gives the text a new version and adds its line here. */
  it('keeps its words as long as it keeps its version', () => {
    const known: Record<string, string> = {
      '2026-12': '38ddaef038ef98724d0c40aeec2972a14871ff6d394d9e26881d9109a74a6e53',
    }
    expect(PAPER_NOTICE_SHA256).toBe(known[PAPER_NOTICE_VERSION])
  })

  it('an attempt keeps it only if it was today’s', () => {
    expect(noticeOf(PAPER_NOTICE_VERSION)).toEqual({ version: PAPER_NOTICE_VERSION, sha256: PAPER_NOTICE_SHA256 })
    expect([noticeOf(undefined), noticeOf('2020-01')]).toEqual([null, null])
  })
})
