import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Banner, Button, CopyButton, Row, Stack } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useProblemText } from '../../../lib/problem'
import { type LessonHead, lessonQuery } from '../classroom-queries'
import { useStartText } from './use-start-text'

/** Whoever asks waits before a page. */
const LOOK_MS = 5_000

/** race, homework: nobody sits before a class screen all the time, so the address to hand out and who asks for a seat stand in the list. */
export function OwnPacedDoor({ lesson: { id, title } }: { lesson: LessonHead }) {
  const t = useStartText()
  const problemText = useProblemText()
  const client = useQueryClient()
  const query = lessonQuery(id)
  const view = useQuery({ ...query, refetchInterval: LOOK_MS })
  const act = useMutation({
    mutationFn: ({ kind, requestId }: { kind: 'admit' | 'refuse'; requestId: string }) =>
      call('actOnSeats', { params: { lessonId: id }, body: { act: { kind, requestId } } }),
    // Also after an error: the request may have lapsed.
    onSettled: () => client.invalidateQueries({ queryKey: query.queryKey }),
  })
  if (!view.data) return null
  const { door, requests } = view.data
  return (
    <Stack gap={3}>
      {door && (
        <div className="start-door">
          <span className="ts-quiet-text ts-small">{t('running.door')}</span>
          <a href={door.url}>{door.url}</a>
          <CopyButton size="small" text={door.url} label={t('running.copy')} />
        </div>
      )}
      <div role="status">
        {requests.length > 0 && (
          <ul className="start-requests" aria-label={t('running.requests', { title })}>
            {requests.map(({ requestId, name, code }) => (
              <li key={requestId}>
                <span>{t('running.request', { name, code })}</span>
                <Row gap={2}>
                  <Button
                    size="small"
                    variant="primary"
                    disabled={act.isPending}
                    aria-label={t('running.admitOf', { name, code })}
                    onClick={() => act.mutate({ kind: 'admit', requestId })}
                  >
                    {t('running.admit')}
                  </Button>
                  <Button
                    size="small"
                    disabled={act.isPending}
                    aria-label={t('running.refuseOf', { name, code })}
                    onClick={() => act.mutate({ kind: 'refuse', requestId })}
                  >
                    {t('running.refuse')}
                  </Button>
                </Row>
              </li>
            ))}
          </ul>
        )}
      </div>
      {act.error && (
        <Banner tone="bad" live="assertive">
          {problemText(act.error)}
        </Banner>
      )}
    </Stack>
  )
}
