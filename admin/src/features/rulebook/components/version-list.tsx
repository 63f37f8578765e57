import { Badge, Card, formatDateTime, Stack } from '@thiso/kit'
import type { AdminContest } from '../../../lib/contest-queries'
import type { Rulebook } from '../rulebook-draft'
import { useRulebookText } from '../use-rulebook-text'

/** Published versions, the newest first, each with the beginning of its hash. */
export function VersionList({ contest, versions }: { contest: AdminContest; versions: Rulebook['versions'] }) {
  const t = useRulebookText()
  return (
    <Card title={t('versions.title')}>
      {versions.length === 0 ? (
        <p className="ts-quiet-text">{t('versions.none')}</p>
      ) : (
        <Stack gap={3}>
          <ol className="rb-versions">
            {versions.map(({ version, publishedAt, hash }, index) => (
              <li key={version}>
                <span className="rb-strong">{t('versions.version', { version })}</span>{' '}
                {index === 0 && <Badge tone="good">{t('versions.current')}</Badge>}
                <span className="ts-quiet-text ts-small ts-number">
                  {formatDateTime(publishedAt)} ·{' '}
                  <span title={hash}>{t('versions.hash', { hash: hash.slice(0, 8) })}</span>
                </span>
              </li>
            ))}
          </ol>
          {contest.isPublished && (
            <a href={`/the-le/${contest.id}`} target="_blank" rel="noreferrer">
              {t('versions.read')}
            </a>
          )}
        </Stack>
      )}
    </Card>
  )
}
