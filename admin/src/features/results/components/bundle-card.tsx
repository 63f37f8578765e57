import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import {
  Banner,
  Button,
  Card,
  ConfirmDialog,
  CopyButton,
  formatDateTime,
  formatNumber,
  notify,
  Row,
  Stack,
} from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import Download from 'lucide-react/icons/download'
import { useState } from 'react'
import { useProblemText } from '../../../lib/problem'
import { saveFile } from '../../../lib/save-file'
import { useResultsText } from '../use-results-text'

/** VB-10: the file with which anybody works the results out again, for the organizers first and then, by an act, for everybody. */
export function BundleCard({ roundId }: { roundId: string }) {
  const t = useResultsText()
  const problemText = useProblemText()
  const client = useQueryClient()
  const [isAsking, setAsking] = useState(false)
  const bundle = useQuery({
    queryKey: ['rounds', roundId, 'bundle'],
    queryFn: ({ signal }) => call('roundBundle', { params: { roundId }, signal }),
    // It is made within seconds after the results are published; where another round needs its items it takes days.
    refetchInterval: ({ state }) => (state.data?.file ? false : state.data?.notes.length ? 60_000 : 5_000),
  })
  const save = useMutation({
    mutationFn: () => saveFile('adminBundleFile', { roundId }),
    onError: (error) => notify(t('bundle.failed', { reason: problemText(error) }), { tone: 'bad' }),
  })
  const release = useMutation({
    mutationFn: () => call('releaseBundle', { params: { roundId } }),
    onSuccess: async () => {
      setAsking(false)
      notify(t('bundle.done'))
      await client.invalidateQueries({ queryKey: ['rounds', roundId, 'bundle'] })
    },
  })
  if (!bundle.data) return null
  const { file, releasedAt, notes } = bundle.data
  const page = `/dot/${roundId}/kiem-chung`
  return (
    <Card title={t('bundle.title')}>
      <Stack>
        <p>{t('bundle.lead')}</p>
        {file ? (
          <>
            <p className="ts-quiet-text">
              {t('bundle.made', {
                edition: file.edition,
                at: formatDateTime(notes.at(-1)?.madeAt ?? ''),
                size: formatNumber(Math.max(1, Math.round(file.bytes / 1024))),
              })}
            </p>
            <p>{t('bundle.verify')}</p>
            <Row>
              <code>npm run verify -- goi-cong-khai.jsonl.gz</code>
              <CopyButton text="npm run verify -- goi-cong-khai.jsonl.gz" size="small" variant="quiet" />
            </Row>
          </>
        ) : (
          <p className="ts-quiet-text">{t('bundle.waiting')}</p>
        )}
        {releasedAt && (
          <Banner tone="good">
            {t('bundle.released', { at: formatDateTime(releasedAt) })}{' '}
            <a href={page} target="_blank" rel="noreferrer">
              {t('bundle.page')}
            </a>
          </Banner>
        )}
        <Row>
          <Button icon={Download} disabled={!file} busy={save.isPending} onClick={() => save.mutate()}>
            {t('bundle.download')}
          </Button>
          {!releasedAt && (
            <Button variant="quiet" disabled={!file} onClick={() => setAsking(true)}>
              {t('bundle.release')}
            </Button>
          )}
        </Row>
      </Stack>
      <ConfirmDialog
        open={isAsking}
        title={t('bundle.askTitle')}
        tone="danger"
        confirmLabel={t('bundle.confirm')}
        busy={release.isPending}
        error={release.error && problemText(release.error)}
        onConfirm={() => release.mutate()}
        onCancel={() => setAsking(false)}
      >
        <Stack>
          <p>{t('bundle.told')}</p>
          <p>{t('bundle.known')}</p>
          <p>{t('bundle.forGood')}</p>
        </Stack>
      </ConfirmDialog>
    </Card>
  )
}
