import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, ConfirmDialog, notify, Stack } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useState } from 'react'
import type { AdminContest } from '../../../lib/contest-queries'
import { useProblemText } from '../../../lib/problem'
import type { Rulebook } from '../rulebook-draft'
import { rulebookQuery } from '../rulebook-query'
import { useRulebookText } from '../use-rulebook-text'

interface PublishRulebookProps {
  contest: AdminContest
  book: Rulebook
  revision: number
  isDirty: boolean
}

export function PublishRulebook({ contest, book, revision, isDirty }: PublishRulebookProps) {
  const t = useRulebookText()
  const problemText = useProblemText()
  const client = useQueryClient()
  const [isAsking, setAsking] = useState(false)
  const next = (book.versions[0]?.version ?? 0) + 1
  const publish = useMutation({
    mutationFn: () => call('publishRulebook', { params: { contestId: contest.id }, body: { revision } }),
    onSuccess: (published) => {
      client.setQueryData(rulebookQuery(contest.id).queryKey, published)
      setAsking(false)
      notify(t('publish.done', { version: published.versions[0]?.version ?? next }))
    },
  })
  const act = next === 1 ? t('publish.act') : t('publish.actAgain')
  // The bar says why, beside it.
  const isReady = !isDirty && book.isBehind
  return (
    <>
      <Button
        variant={isReady ? 'primary' : 'secondary'}
        disabled={!isReady}
        onClick={() => {
          publish.reset()
          setAsking(true)
        }}
      >
        {act}
      </Button>
      <ConfirmDialog
        open={isAsking}
        title={next === 1 ? t('publish.title') : t('publish.titleAgain', { version: next })}
        confirmLabel={act}
        busy={publish.isPending}
        error={publish.error ? problemText(publish.error) : undefined}
        onConfirm={() => publish.mutate()}
        onCancel={() => setAsking(false)}
      >
        <Stack gap={3}>
          <p>{t('publish.text', { count: book.roundCount })}</p>
          {!contest.isPublished && <p>{t('publish.hidden')}</p>}
        </Stack>
      </ConfirmDialog>
    </>
  )
}
