import { useQuery } from '@tanstack/react-query'
import { Badge, Page, useLocale } from '@thiso/kit'
import { useParams } from 'react-router'
import { useContest } from '../../../lib/contest-queries'
import { useLocalized } from '../../../lib/localized'
import { PageHead } from '../../../lib/page-head'
import { PageWait } from '../../../lib/page-wait'
import { RulebookEditor } from '../components/rulebook-editor'
import { rulebookQuery } from '../rulebook-query'
import { useRulebookText } from '../use-rulebook-text'
import '../rulebook.css'

export default function RulebookPage() {
  const { contestId = '' } = useParams()
  const t = useRulebookText()
  const localized = useLocalized()
  const [locale] = useLocale()
  const contest = useContest(contestId)
  const book = useQuery(rulebookQuery(contestId))

  if (!contest.data || !book.data) {
    const query = contest.error ? contest : book
    return (
      <PageWait
        title={t('title')}
        up={{ to: `/cuoc-thi/${contestId}`, name: t('title') }}
        height={640}
        error={query.error}
        onRetry={() => void query.refetch()}
      />
    )
  }

  const title = localized(contest.data.contest.title)
  const [newest] = book.data.versions
  return (
    <Page width="full" className="rb-page" tabTitle={`${t('title')}: ${title}`}>
      <PageHead
        title={t('title')}
        up={{ to: `/cuoc-thi/${contestId}`, name: title }}
        badge={
          newest ? (
            <Badge tone={book.data.isBehind ? 'sun' : 'good'} dot>
              {book.data.isBehind ? t('state.behind') : t('state.published', { version: newest.version })}
            </Badge>
          ) : (
            <Badge>{t('state.none')}</Badge>
          )
        }
        lead={t('lead')}
      />
      <RulebookEditor
        key={contestId}
        contest={contest.data.contest}
        roundIds={contest.data.rounds.map(({ id }) => id)}
        book={book.data}
        firstLocale={locale}
      />
    </Page>
  )
}
