import type { Passage } from '@thiso/contracts/rule-words'

/** Paragraphs and lists as they are printed; the same words never stand twice in one article in the same place. */
export function Passages({ of }: { of: readonly Passage[] }) {
  return of.map((passage, index) =>
    passage.kind === 'list' ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: passages have no other name than their place
      <ol className="rb-list" key={index}>
        {passage.entries.map((entry) => (
          <li key={entry}>{entry}</li>
        ))}
      </ol>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <p key={index}>{passage.text}</p>
    ),
  )
}
