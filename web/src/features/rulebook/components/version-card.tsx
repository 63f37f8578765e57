import type { ApiOutput } from '@thiso/contracts'
import { Badge, Card, CopyButton, formatDateTime } from '@thiso/kit'
import { Link } from 'react-router'
import { useRulebookTexts } from '../texts/use-rulebook-texts'

interface VersionCardProps {
  book: ApiOutput<'publicRulebook'>
  /** Names a version in the address. */
  versionKey: string
}

/** The hash by which a version can be told from any other, and all the versions there are. */
export function VersionCard({ book, versionKey }: VersionCardProps) {
  const t = useRulebookTexts()
  return (
    <Card title={t('about')} className="rb-about">
      <dl>
        <dt>{t('hash')}</dt>
        <dd>
          <code className="rb-hash">{book.hash}</code>
          <CopyButton text={book.hash} label={t('copyHash')} />
        </dd>
      </dl>
      <p className="ts-quiet-text ts-small">{t('hashHint')}</p>
      {book.versions.length > 1 && (
        <>
          <h3>{t('versions')}</h3>
          <ul className="rb-versions">
            {book.versions.map(({ version, publishedAt }, index) => (
              <li key={version}>
                {version === book.version ? (
                  <strong>{t('version', { version })}</strong>
                ) : (
                  <Link to={{ search: index === 0 ? '' : `?${versionKey}=${version}` }}>
                    {t('version', { version })}
                  </Link>
                )}
                <span className="ts-quiet-text ts-number">{formatDateTime(publishedAt)}</span>
                {index === 0 && <Badge tone="good">{t('inUse')}</Badge>}
                {version === book.version && <Badge>{t('reading')}</Badge>}
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}
