import { Button, ConfirmDialog, notify } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AdminContest } from '../../../lib/contest-queries'
import { useLocalized } from '../../../lib/localized'
import { useProblemText } from '../../../lib/problem'
import { useContestText } from '../use-contest-text'

export function PublishContest({ contest }: { contest: AdminContest }) {
  const t = useContestText()
  const title = useLocalized()(contest.title)
  const problemText = useProblemText()
  const client = useQueryClient()
  const [isAsking, setAsking] = useState(false)
  const publish = useMutation({
    mutationFn: () =>
      call('publishContest', { params: { contestId: contest.id }, body: { isPublished: !contest.isPublished } }),
    onSuccess: (changed) => {
      setAsking(false)
      notify(changed.isPublished ? t('publish.done') : t('publish.withdrawn'))
      // A round's page tells whether its contest can be seen.
      void client.invalidateQueries({ queryKey: ['rounds'] })
      return client.invalidateQueries({ queryKey: ['contests'] })
    },
  })
  const act = contest.isPublished ? t('publish.withdraw') : t('publish.act')

  return (
    <>
      <Button
        variant={contest.isPublished ? 'secondary' : 'primary'}
        onClick={() => {
          publish.reset()
          setAsking(true)
        }}
      >
        {act}
      </Button>
      <ConfirmDialog
        open={isAsking}
        title={contest.isPublished ? t('publish.withdrawTitle', { title }) : t('publish.title', { title })}
        tone={contest.isPublished ? 'danger' : 'primary'}
        confirmLabel={act}
        busy={publish.isPending}
        error={publish.error ? problemText(publish.error) : undefined}
        onConfirm={() => publish.mutate()}
        onCancel={() => setAsking(false)}
      >
        {contest.isPublished ? t('publish.withdrawText') : t('publish.text')}
      </ConfirmDialog>
    </>
  )
}
