import fc from 'fast-check'
import { nextHead, NO_LINKS } from '../../../kernel/hash-chain.js'
import { type ChainedEntry, type ChainedLink, checkLinks, entryRecord } from './audit-chain.js'

const entry = fc.record({
  id: fc.integer({ min: 1, max: 1_000_000 }),
  atMs: fc.integer({ min: 0, max: 4_000_000_000_000 }),
  actorId: fc.option(fc.uuid()),
  act: fc.constantFrom('round.created', 'results.published'),
  subject: fc.string({ maxLength: 20 }),
  detail: fc.dictionary(fc.string({ maxLength: 8 }), fc.oneof(fc.integer(), fc.string(), fc.constant(null))),
})

function linked(entries: readonly ChainedEntry[]): ChainedLink[] {
  let head = NO_LINKS
  return entries.map((one, index) => {
    head = nextHead(head, entryRecord(one))
    return { linkNo: index + 1, entryId: one.id, head, entry: one }
  })
}

describe('HC-7: looking through the audit log', () => {
  const logs = fc.uniqueArray(entry, { minLength: 1, maxLength: 12, selector: ({ id }) => id })

  it('finds a log right that nobody touched, in parts of any size', () =>
    fc.assert(
      fc.property(logs, fc.nat(), (entries, luck) => {
        const links = linked(entries)
        const cut = luck % (links.length + 1)
        const first = checkLinks(links.slice(0, cut))
        if (!('reached' in first)) throw new Error('the first part is right')
        expect(checkLinks(links.slice(cut), first.reached)).toEqual({
          reached: { linkNo: links.length, head: links.at(-1)?.head },
        })
      }),
    ))

  it('names the first entry that was changed or removed', () =>
    fc.assert(
      fc.property(logs, fc.nat(), (entries, luck) => {
        const links = linked(entries)
        const at = luck % links.length
        const { linkNo, entryId, entry: one } = links[at] as ChainedLink & { entry: ChainedEntry }
        const withEntry = (changed: ChainedEntry | null) =>
          links.map((link, index) => (index === at ? { ...link, entry: changed } : link))
        for (const changed of [
          { ...one, atMs: one.atMs + 1 },
          { ...one, actorId: one.actorId === null ? 'x' : null },
          { ...one, act: 'round.deleted' },
          { ...one, subject: `${one.subject}!` },
          { ...one, detail: { changed: true, was: one.detail } },
        ])
          expect(checkLinks(withEntry(changed))).toEqual({ fault: { kind: 'changed', linkNo, entryId } })
        expect(checkLinks(withEntry(null))).toEqual({ fault: { kind: 'removed', linkNo, entryId } })
      }),
    ))

  it('names the place of a link that was removed in the middle', () =>
    fc.assert(
      fc.property(logs, fc.nat(), (entries, luck) => {
        const links = linked(entries)
        fc.pre(links.length > 1)
        const at = luck % (links.length - 1)
        expect(checkLinks(links.filter((_, index) => index !== at))).toEqual({
          fault: { kind: 'link-missing', linkNo: at + 1, entryId: null },
        })
      }),
    ))
})
