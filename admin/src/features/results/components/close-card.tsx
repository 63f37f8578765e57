import { Banner, Button, Card, formatDateTime, Icon, Row, Stack } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import CircleCheck from 'lucide-react/icons/circle-check'
import CircleDashed from 'lucide-react/icons/circle-dashed'
import { useProblemText } from '../../../lib/problem'
import { LONG_MS, type Overview, useResultAct } from '../results-queries'
import { useResultsText } from '../use-results-text'

/** What stands between a round and its results, and the act that makes them. */
export function CloseCard({ roundId, overview }: { roundId: string; overview: Overview }) {
  const t = useResultsText()
  const problemText = useProblemText()
  const { isClosed, readyAt, runningCount, versions, publishedAt, isOutdated, creditReasons } = overview
  const closing = useResultAct(
    roundId,
    () => call('closeResults', { params: { roundId }, timeoutMs: LONG_MS }),
    t('close.done'),
  )
  const isReady = isClosed && readyAt !== null && Date.parse(readyAt) <= Date.now()
  const checks = [
    { isDone: isClosed, text: t('close.isClosed') },
    { isDone: isReady, text: t('close.isReady', { at: readyAt ? formatDateTime(readyAt, true) : '' }) },
    {
      isDone: isClosed && runningCount === 0,
      text: runningCount === 0 ? t('close.isEnded') : t('close.running', { count: runningCount }),
    },
  ]
  return (
    <Card title={t('close.title')}>
      <Stack>
        <ul className="results-checks">
          {checks.map(({ isDone, text }) => (
            <li key={text}>
              <Icon of={isDone ? CircleCheck : CircleDashed} />
              {text}
            </li>
          ))}
        </ul>
        {closing.error && <Banner tone="bad">{problemText(closing.error)}</Banner>}
        {isOutdated && (
          <Banner tone="warn">
            {t('close.outdated', { number: versions[0]?.number ?? 0, reasons: creditReasons.join('; ') })}
          </Banner>
        )}
        {publishedAt === null && (
          <Row>
            <Button
              variant={versions.length === 0 || isOutdated ? 'primary' : 'secondary'}
              busy={closing.isPending}
              disabled={!isClosed}
              onClick={() => closing.mutate()}
            >
              {t(versions.length === 0 ? 'close.act' : 'close.again')}
            </Button>
            <span className="ts-quiet-text ts-small">{t('close.hint')}</span>
          </Row>
        )}
      </Stack>
    </Card>
  )
}
