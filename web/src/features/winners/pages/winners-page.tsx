import { useQuery } from '@tanstack/react-query'
import { Card, EmptyState, ErrorState, formatDateTime, LinkButton, Page, Skeleton, Stack } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import Medal from 'lucide-react/icons/medal'
import Trophy from 'lucide-react/icons/trophy'
import { Link, useParams } from 'react-router'
import { useLocalized } from '../../../lib/localized'
import { useProblemText } from '../../../lib/problem'
import { UnitFigures } from '../components/unit-figures'
import { usePrizeTexts } from '../texts/use-prize-texts'
import './winners.css'

/** Who won: published lists of a round, of all rounds together, and of units. */
export default function WinnersPage() {
  const { roundId = '' } = useParams()
  const t = usePrizeTexts()
  const localized = useLocalized()
  const sentence = useProblemText()
  const query = useQuery({
    queryKey: ['public-winners', roundId],
    queryFn: ({ signal }) => call('publicWinners', { params: { roundId }, signal }),
  })
  const found = query.data
  return (
    <Page
      title={t('title')}
      tabTitle={found ? t('tabTitle', { round: localized(found.roundName) }) : t('title')}
      lead={
        found && (
          <>
            {localized(found.contestTitle)}, {localized(found.roundName)}
            <Link className="prizes-link prizes-round" to={`/dot/${roundId}`}>
              {t('toRound')}
            </Link>
          </>
        )
      }
    >
      {query.isPending && <Skeleton height={240} />}
      {query.isError && !found && (
        <ErrorState busy={query.isFetching} onRetry={() => void query.refetch()}>
          {sentence(query.error)}
        </ErrorState>
      )}
      {found && found.lists.length === 0 && (
        <EmptyState title={t('empty')} action={<LinkButton to={`/bang/${roundId}`}>{t('toBoard')}</LinkButton>}>
          {t('emptyText')}
        </EmptyState>
      )}
      {found && found.lists.length > 0 && (
        <Stack gap={6}>
          {found.lists.map((list) => (
            <section key={list.kind}>
              <h2>{t(`list.${list.kind}`)}</h2>
              <p className="ts-quiet-text prizes-at">{t('publishedAt', { at: formatDateTime(list.publishedAt) })}</p>
              <Stack>
                {list.prizes.map((prize) => {
                  const Icon = prize.tier === 'first' ? Trophy : Medal
                  const reward = localized(prize.reward)
                  return (
                    <Card
                      key={`${prize.tier} ${prize.table} ${reward} ${prize.winners[0]?.name}`}
                      title={
                        <span className="prizes-tier">
                          <Icon size={22} strokeWidth={1.75} aria-hidden="true" />
                          {t(`tier.${prize.tier}`)}
                          {prize.table && `, ${t('table', { table: prize.table })}`}
                        </span>
                      }
                    >
                      {reward && <p className="ts-quiet-text">{reward}</p>}
                      <ul className="prizes-list">
                        {prize.winners.map(({ name, unitName }, index) => (
                          // biome-ignore lint/suspicious/noArrayIndexKey: masked names may be the same twice
                          <li key={index}>
                            <strong>{name}</strong>
                            {unitName && <span className="prizes-unit">{unitName}</span>}
                          </li>
                        ))}
                      </ul>
                    </Card>
                  )
                })}
                {list.figures && <UnitFigures figures={list.figures} />}
              </Stack>
            </section>
          ))}
          <p className="ts-quiet-text ts-small">{t('names')}</p>
        </Stack>
      )}
    </Page>
  )
}
