import { useRulebookTexts } from '../texts/use-rulebook-texts'

/** The articles by name; folded away on a phone until it is asked for. */
export function ContentsList({ headings }: { headings: readonly { id: string; text: string }[] }) {
  const t = useRulebookTexts()
  const list = (
    <ol>
      {headings.map(({ id, text }) => (
        <li key={id}>
          <a href={`#${id}`}>{text}</a>
        </li>
      ))}
    </ol>
  )
  return (
    <nav className="rb-contents" aria-label={t('contents')}>
      <details className="rb-contents-folded">
        <summary>{t('contents')}</summary>
        {list}
      </details>
      <div className="rb-contents-open">
        <p>{t('contents')}</p>
        {list}
      </div>
    </nav>
  )
}
