import type { Passage } from '@thiso/contracts/rule-words'

interface RulesArticleProps {
  id: string
  heading: string
  passages: readonly Passage[]
}

export function RulesArticle({ id, heading, passages }: RulesArticleProps) {
  return (
    <section id={id} className="rb-article" aria-labelledby={`${id}-ten`}>
      <h2 id={`${id}-ten`}>{heading}</h2>
      {passages.map((passage, index) =>
        passage.kind === 'list' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: passages have no other name than their place
          <ol key={index}>
            {passage.entries.map((entry) => (
              <li key={entry}>{entry}</li>
            ))}
          </ol>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <p key={index}>{passage.text}</p>
        ),
      )}
    </section>
  )
}
