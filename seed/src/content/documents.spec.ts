import { DOCUMENT_KINDS } from '@thiso/contracts/vocab'
import { readDocuments } from './read-content.js'

const documents = readDocuments()
const entries = Object.entries(documents)
const where = (isWrong: (entry: (typeof entries)[number]) => boolean) => entries.filter(isWrong).map(([code]) => code)
const isPage = (kind: string) => ['article', 'guide', 'other'].includes(kind)

describe('the register of documents', () => {
  it('holds documents of law and the pages that were read, each with a title and who issued it', () => {
    expect(entries.filter(([, { kind }]) => !isPage(kind)).length).toBeGreaterThan(90)
    expect(entries.length).toBeGreaterThan(200)
    expect(where(([, { kind }]) => !DOCUMENT_KINDS.includes(kind))).toEqual([])
    expect(where(([, { title, issuer }]) => title === '' || issuer === '' || title.length > 400)).toEqual([])
  })

  it('has titles in NFC without stray spaces or shop talk', () => {
    const isUntidy = (text: string) => text !== text.normalize('NFC').trim() || /\s{2}|CĐS|TT&TT|ĐVHC|DVC/.test(text)
    expect(where(([, { title, issuer, note }]) => [title, issuer, note].some(isUntidy))).toEqual([])
  })

  it('numbers documents of law once each', () => {
    const numbers = entries.map(([, { number }]) => number).filter(Boolean)
    // Resolutions and decisions of one year may share a number only if somebody else issued them.
    expect(new Set(entries.map(([, { number, issuer }]) => `${number} ${issuer}`)).size).toBeGreaterThanOrEqual(
      numbers.length,
    )
    expect(
      where(([, { kind, number }]) => ['decree', 'circular', 'directive'].includes(kind) && number === ''),
    ).toEqual([])
  })

  it('has days that make sense: issued, then in force, then ended', () => {
    const isDay = (day: string | null) => day === null || /^20\d\d-\d\d-\d\d$/.test(day)
    expect(
      where(([, { issuedOn, inForceFrom, inForceTo }]) => ![issuedOn, inForceFrom, inForceTo].every(isDay)),
    ).toEqual([])
    const isBackward = (first: string | null, second: string | null) =>
      first !== null && second !== null && first > second
    expect(
      where(
        ([, { issuedOn, inForceFrom, inForceTo }]) =>
          isBackward(issuedOn, inForceFrom) || isBackward(inForceFrom, inForceTo) || isBackward(issuedOn, inForceTo),
      ),
    ).toEqual([])
  })

  it('IB-2 tells of what has been replaced by whom and until when, and successors begin afterwards, without circles', () => {
    const replaced = entries.filter(([, { replacedBy }]) => replacedBy !== null)
    expect(replaced.map(([code]) => code)).toEqual(
      expect.arrayContaining(['ND43-2011', 'ND59-2022', 'ND13-2023', 'L24-2018', 'L86-2015', 'L51-2005', 'QD922-2022']),
    )
    for (const [code, { replacedBy, inForceTo }] of replaced) {
      const successor = documents[replacedBy as string]
      if (!successor || inForceTo === null) throw new Error(`${code} is replaced by nobody, or has no last day`)
      if (successor.inForceFrom !== null) expect(inForceTo < successor.inForceFrom).toBe(true)
      const seen = new Set([code])
      for (let next: string | null = replacedBy; next; next = documents[next]?.replacedBy ?? null) {
        expect(seen).not.toContain(next)
        seen.add(next)
      }
    }
  })

  it('has addresses that begin with http, and one for every page', () => {
    for (const [, { url, urls = [] }] of entries)
      for (const address of [url, ...urls].filter(Boolean)) expect(address).toMatch(/^https?:\/\/\S+$/)
    expect(where(([, { kind, url }]) => kind === 'article' && url === '')).toEqual([])
  })
})
