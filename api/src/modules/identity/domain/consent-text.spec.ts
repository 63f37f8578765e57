import { createHash } from 'node:crypto'
import { canonicalJson } from '../../../kernel/canonical-json.js'
import { CONSENT } from './consent-text.js'

describe('ID-5: what people agree to', () => {
  it('is there in both languages', () => {
    for (const { vi, en } of [...CONSENT.paragraphs, CONSENT.guardianParagraph]) {
      expect(vi.length).toBeGreaterThan(40)
      expect(en.length).toBeGreaterThan(40)
    }
  })

  /** Old records keep only the hash. Whoever changes a word gives the text a new version and adds its line here. */
  it('keeps its words as long as it keeps its version', () => {
    const known: Record<string, string> = {
      '2026-11': '0a035444be70c1e0b7347391665f9c801cad6328b8292a7e3bf6d7b27e4c7351',
      '2026-12': 'af6624c505abad438eadb4701523e2a1be47d8417c44d063ecbdc6d3fa02aaaf',
      '2027-01': 'b79d5475cb2ae041dba84768fca0ffec03e696104ce99d5f2b78ff7dcb1a95b0',
    }
    expect(createHash('sha256').update(canonicalJson(CONSENT)).digest('hex')).toBe(known[CONSENT.version])
  })
})
