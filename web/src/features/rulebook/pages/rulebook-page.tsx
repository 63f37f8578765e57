import { useQuery } from '@tanstack/react-query'
import { articleHeading } from '@thiso/contracts/rule-words'
import { Banner, EmptyState, LinkButton, Page, Skeleton, formatDateTime, useLocale } from '@thiso/kit'
import { ApiError } from '@thiso/kit/api/client'
import { Link, useParams, useSearchParams } from 'react-router'
import { useLocalized } from '../../../lib/localized'
import { useProblemText } from '../../../lib/problem'
import { ProblemPage } from '../../../lib/problem-page'
import { AmendmentList } from '../components/amendment-list'
import { ContentsList } from '../components/contents-list'
import { DownloadLinks } from '../components/download-links'
import { RulesArticle } from '../components/rules-article'
import { VersionCard } from '../components/version-card'
import { rulebookQuery } from '../hooks/queries'
import { VERSION_KEY, versionIn } from '../hooks/version-address'
import { useRulebookTexts } from '../texts/use-rulebook-texts'
import './rulebook.css'

export default function RulebookPage() {
  const contestId = useParams()['contestId'] as string
  const [search] = useSearchParams()
  const t = useRulebookTexts()
  const [locale] = useLocale()
  const localized = useLocalized()
  const sentence = useProblemText()
  const { data, error, isFetching, refetch } = useQuery(rulebookQuery(contestId, versionIn(search)))

  if (!data) {
    if (error instanceof ApiError && error.problem.code === 'RULEBOOK.NOT_PUBLISHED')
      return (
        <Page tabTitle={t('title')}>
          <EmptyState title={<h1>{t('empty')}</h1>} action={<LinkButton to="/">{t('backHome')}</LinkButton>}>
            {sentence(error)}
          </EmptyState>
        </Page>
      )
    if (error) return <ProblemPage error={error} busy={isFetching} onRetry={() => void refetch()} />
    return (
      <Page tabTitle={t('title')}>
        <div aria-busy="true">
          <Skeleton height={72} />
          <br />
          <Skeleton lines={16} />
        </div>
      </Page>
    )
  }

  const contestTitle = localized(data.contestTitle)
  const current = data.versions[0]?.version ?? data.version
  const headings = data.articles[locale].map(({ title }, index) => ({
    id: `dieu-${index + 1}`,
    text: articleHeading(title, index, locale),
  }))
  return (
    <Page className="rb" tabTitle={`${t('title')}: ${contestTitle}`}>
      <header className="rb-head">
        <p className="rb-issuer">{[data.head.above, data.head.body].filter(Boolean).join(' · ')}</p>
        <h1>
          {t('title')} <span>{contestTitle}</span>
        </h1>
        <p className="ts-quiet-text ts-number">
          {data.head.number && `${t('number', { number: data.head.number })} · `}
          {t('current', { version: data.version, at: formatDateTime(data.publishedAt).replace(' ', '\u00a0') })}
        </p>
        <DownloadLinks contestId={contestId} version={data.version} />
      </header>
      {data.version < current && (
        <Banner tone="warn" action={<Link to={{ search: '' }}>{t('toCurrent')}</Link>}>
          {t('old', { version: data.version, current })}
        </Banner>
      )}
      <div className="rb-body">
        <ContentsList headings={headings} />
        <div className="rb-text">
          {data.articles[locale].map((article, index) => (
            <RulesArticle
              key={headings[index]?.id}
              id={headings[index]?.id ?? ''}
              heading={headings[index]?.text ?? ''}
              passages={article.passages}
            />
          ))}
          {data.head.signerRole && (
            <p className="rb-sign">
              <span>{data.head.signerRole}</span>
              {data.head.signerName && <strong>{data.head.signerName}</strong>}
            </p>
          )}
        </div>
      </div>
      <AmendmentList slug={data.contestSlug} />
      <VersionCard book={data} versionKey={VERSION_KEY} />
    </Page>
  )
}
