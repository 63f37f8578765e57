import { useQuery } from '@tanstack/react-query'
import { Banner, Button, EmptyState, LinkButton, Page } from '@thiso/kit'
import { useLocalized } from '../../../lib/localized'
import { useProblemText } from '../../../lib/problem'
import { ProblemPage } from '../../../lib/problem-page'
import { homeQuery } from '../../../lib/queries'
import { useRoundStates } from '../../../lib/round-state'
import { useSession } from '../../../lib/session'
import type { HomeData } from '../../../lib/shapes'
import { useLibTexts } from '../../../lib/texts/use-lib-texts'
import { AboutCard } from '../components/about-card'
import { ClassDoor } from '../components/class-door'
import { FeaturedCard } from '../components/featured-card'
import { HomeSkeleton } from '../components/home-skeleton'
import { PracticeDoor } from '../components/practice-door'
import { PrizeList } from '../components/prize-list'
import { SeasonRoad } from '../components/season-road'
import { TopBoard } from '../components/top-board'
import { featuredRound } from '../hooks/featured-round'
import { useHomeTexts } from '../texts/use-home-texts'
import './home.css'

const none: HomeData['rounds'] = []

export default function HomePage() {
  const t = useHomeTexts()
  const words = useLibTexts()
  const localized = useLocalized()
  const sentence = useProblemText()
  const { account } = useSession()
  const home = useQuery({ ...homeQuery, refetchInterval: () => 60_000 + Math.random() * 60_000 })
  const rounds = home.data?.rounds ?? none
  const states = useRoundStates(rounds)

  if (!home.data) {
    if (home.isPending) return <HomeSkeleton />
    return <ProblemPage error={home.error} busy={home.isFetching} onRetry={() => void home.refetch()} />
  }

  const { contest, board, featuredRoundId } = home.data
  if (!contest) {
    return (
      <Page className="home">
        <EmptyState
          title={<h1>{t('emptyTitle')}</h1>}
          action={!account && <LinkButton to="/dang-ky">{t('emptyAction')}</LinkButton>}
        >
          {t('emptyText')}
        </EmptyState>
        <PracticeDoor />
        <ClassDoor />
      </Page>
    )
  }

  const featured = featuredRound(rounds, states)
  const boardRound = rounds.find((round) => round.id === featuredRoundId)
  const stateOf = (round: (typeof rounds)[number]) => states[rounds.indexOf(round)] ?? round.state

  return (
    <Page width="wide" tabTitle={localized(contest.title)} className="home">
      {home.isError && (
        <Banner
          tone="warn"
          live="polite"
          action={
            <Button size="small" busy={home.isFetching} onClick={() => void home.refetch()}>
              {words('retry')}
            </Button>
          }
        >
          {sentence(home.error)}
        </Banner>
      )}
      <header className="home-head">
        <p className="home-organizer">{localized(contest.organizerName)}</p>
        <h1>{localized(contest.title)}</h1>
        <p className="ts-page-lead">{localized(contest.summary)}</p>
      </header>
      <div className="home-main">
        {featured ? (
          <FeaturedCard contest={contest} round={featured} state={stateOf(featured)} />
        ) : (
          <EmptyState compact title={t('noRounds')} />
        )}
        {rounds.length > 1 && <SeasonRoad rounds={rounds} states={states} />}
        <PracticeDoor />
        <ClassDoor />
      </div>
      <div className="home-side">
        {boardRound && (
          <TopBoard board={board} round={boardRound} tables={contest.rules.tables} state={stateOf(boardRound)} />
        )}
      </div>
      <div className="home-more">
        <PrizeList prizes={contest.prizes} />
        <AboutCard contest={contest} />
      </div>
    </Page>
  )
}
