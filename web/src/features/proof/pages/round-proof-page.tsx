import { useQuery } from '@tanstack/react-query'
import { ErrorState, LinkButton, Page, Row, Skeleton, Stack } from '@thiso/kit'
import { Link, useParams } from 'react-router'
import { useLocalized } from '../../../lib/localized'
import { useProblemText } from '../../../lib/problem'
import { AfterCard } from '../components/after-card'
import { BeforeCard } from '../components/before-card'
import { BundleCard } from '../components/bundle-card'
import { KeysCard } from '../components/keys-card'
import { LogCard } from '../components/log-card'
import { MeansCard } from '../components/means-card'
import { roundProofQuery } from '../proof'
import { useProofTexts } from '../texts/use-proof-texts'
import '../proof.css'

/** What lets anybody check a round: what was fixed before, the log while it ran, what was told afterwards. */
export default function RoundProofPage() {
  const { roundId = '' } = useParams()
  const t = useProofTexts()
  const localized = useLocalized()
  const sentence = useProblemText()
  const query = useQuery(roundProofQuery(roundId))
  const proof = query.data
  const name = proof && localized(proof.roundName)
  return (
    <Page
      title={t('round.title')}
      tabTitle={name ? t('round.tabTitle', { name }) : t('round.title')}
      lead={t('round.lead')}
    >
      {query.isPending && <Skeleton height={420} />}
      {query.isError && !proof && (
        <ErrorState busy={query.isFetching} onRetry={() => void query.refetch()}>
          {sentence(query.error)}
        </ErrorState>
      )}
      {proof && (
        <Stack gap={5}>
          <p>
            {name} · <Link to={`/dot/${roundId}`}>{t('round.toRound')}</Link>
          </p>
          <Row>
            <LinkButton variant="primary" to="/kiem-chung/bien-nhan">
              {t('round.toReceipt')}
            </LinkButton>
          </Row>
          <BeforeCard proof={proof} />
          <LogCard proof={proof} />
          <AfterCard proof={proof} />
          <BundleCard roundId={roundId} />
          <MeansCard />
          <KeysCard keys={proof.keys} />
        </Stack>
      )}
    </Page>
  )
}
