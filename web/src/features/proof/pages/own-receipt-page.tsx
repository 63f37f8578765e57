import { useQuery } from '@tanstack/react-query'
import { Button, Card, CopyButton, LinkButton, Page, Row, Skeleton, Stack } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import Download from 'lucide-react/icons/download'
import { Link, useParams } from 'react-router'
import { ProblemPage } from '../../../lib/problem-page'
import { saveFile } from '../../../lib/save-file'
import { PaperCard } from '../components/paper-card'
import { useProofTexts } from '../texts/use-proof-texts'
import '../proof.css'

/** The receipt of one's own attempt, to be kept: as text, as a file, as a code. */
export default function OwnReceiptPage() {
  const { attemptId = '' } = useParams()
  const t = useProofTexts()
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['receipt', attemptId],
    queryFn: ({ signal }) => call('attemptReceipt', { params: { attemptId }, signal }),
  })
  if (error) return <ProblemPage error={error} busy={isFetching} onRetry={() => void refetch()} />
  const card = data?.card
  const text = card && JSON.stringify(card.receipt, null, 2)
  return (
    <Page title={t('own.title')} lead={t('own.lead')} width="narrow">
      {card === undefined && <Skeleton height={420} />}
      {card === null && (
        <Stack>
          <p>{t('own.none')}</p>
          <p>
            <Link to={`/ket-qua/${attemptId}`}>{t('own.toResult')}</Link>
          </p>
        </Stack>
      )}
      {card && text && (
        <Stack gap={5}>
          <p>
            <Link to={`/ket-qua/${attemptId}`}>{t('own.toResult')}</Link>
          </p>
          <Card>
            <Stack>
              <Row>
                <Button
                  variant="primary"
                  icon={Download}
                  onClick={() => saveFile(`bien-nhan-${card.receipt.code}.json`, 'application/json', `${text}\n`)}
                >
                  {t('own.download')}
                </Button>
                <CopyButton text={text} label={t('own.copy')} />
                <LinkButton variant="quiet" to={card.path}>
                  {t('own.check')}
                </LinkButton>
              </Row>
              <svg
                className="proof-qr"
                viewBox={`0 0 ${card.qr.size} ${card.qr.size}`}
                role="img"
                aria-label={t('own.qr')}
                shapeRendering="crispEdges"
              >
                <rect width={card.qr.size} height={card.qr.size} fill="#fff" />
                <path d={card.qr.path} fill="#000" />
              </svg>
              <p className="ts-quiet-text ts-small">{t('own.qrHint')}</p>
              <details>
                <summary>{t('own.text')}</summary>
                <pre className="proof-note">{text}</pre>
              </details>
              <p className="ts-quiet-text ts-small">{t('own.keep')}</p>
            </Stack>
          </Card>
          <PaperCard attemptId={attemptId} roundId={card.receipt.round} />
        </Stack>
      )}
    </Page>
  )
}
