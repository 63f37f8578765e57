import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Badge, Banner, Button, Card, formatDateTime, formatNumber, formatShare, notify, Row, Stack } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useProblemText } from '../../../lib/problem'
import type { RoundSignals, SignalRun } from '../figures'
import { useSignalsText } from '../use-signals-text'

const TONES = { running: 'blue', done: 'good', failed: 'sun', stopped: 'sun' } as const

/** The newest search, how to begin another one, and what its numbers rest on. */
export function RunCard({ roundId, found }: { roundId: string; found: RoundSignals }) {
  const t = useSignalsText()
  const problemText = useProblemText()
  const client = useQueryClient()
  const start = useMutation({
    mutationFn: () => call('startSignalRun', { params: { roundId } }),
    onSuccess: () => notify(t('run.started')),
    onSettled: () => client.invalidateQueries({ queryKey: ['rounds', roundId, 'signals'] }),
  })
  const [newest, ...earlier] = found.runs
  const isRunning = newest?.state === 'running'
  return (
    <Card
      title={t('run.title')}
      actions={
        found.blocked !== 'past-day' && (
          <Button
            variant={newest ? 'secondary' : 'primary'}
            busy={start.isPending || isRunning}
            onClick={() => start.mutate()}
          >
            {t(newest ? 'run.again' : 'run.start')}
          </Button>
        )
      }
    >
      <Stack>
        {start.error && <Banner tone="bad">{problemText(start.error)}</Banner>}
        {found.blocked === 'past-day' && <p>{t('pastDay')}</p>}
        {newest ? <RunLine run={newest} /> : found.blocked !== 'past-day' && <p>{t('run.none')}</p>}
        {newest && (newest.state === 'failed' || newest.state === 'stopped') && <p>{t('run.failed')}</p>}
        {newest?.evidenceHash && <Settings run={newest} />}
        {earlier.length > 0 && (
          <details>
            <summary>{t('run.earlier')}</summary>
            <Stack>
              {earlier.map((run) => (
                <RunLine key={run.id} run={run} />
              ))}
            </Stack>
          </details>
        )}
      </Stack>
    </Card>
  )
}

function RunLine({ run }: { run: SignalRun }) {
  const t = useSignalsText()
  return (
    <div role="status">
      <Row>
        <Badge tone={TONES[run.state]}>{t(`run.state.${run.state}`)}</Badge>
        <span>{formatDateTime(run.startedAt)}</span>
        <span className="ts-quiet-text">
          {run.startedByName ? t('run.by', { name: run.startedByName }) : t('run.byPlatform')}
        </span>
      </Row>
      {run.state === 'running' && <p>{t(`run.stage.${run.stage}`, { percent: formatShare(run.progress / 100, 0) })}</p>}
      {run.attemptCount !== null && (
        <p>
          {t('run.figures', {
            attempts: formatNumber(run.attemptCount),
            pairs: formatNumber(run.pairCount ?? 0),
            signals: formatNumber(run.signalCount ?? 0),
          })}
        </p>
      )}
    </div>
  )
}

function Settings({ run }: { run: SignalRun }) {
  const t = useSignalsText()
  return (
    <details>
      <summary>{t('run.settings')}</summary>
      <p className="ts-quiet-text">{t('run.settingsText')}</p>
      <dl className="detection-settings">
        <dt>{t('run.evidence')}</dt>
        <dd>
          <code>{run.evidenceHash}</code>
        </dd>
        <dt>{t('run.code')}</dt>
        <dd>
          <code>{run.codeVersion}</code>
        </dd>
        <dt>{t('run.thresholds')}</dt>
        <dd>
          <code>{JSON.stringify(run.thresholds)}</code>
        </dd>
      </dl>
    </details>
  )
}
