import { ErrorState, Page, Skeleton, notify, zonedParts } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { serverNow } from '@thiso/kit/api/server-clock'
import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useNavigate, useParams } from 'react-router'
import { contestQuery, contestsQuery } from '../../../lib/contest-queries'
import { useProblemText } from '../../../lib/problem'
import { ContestForm } from '../components/contest-form'
import { type ContestDraft, bodyOf, canPredictIn, draftOf, emptyContest } from '../contest-draft'
import { useContestText } from '../use-contest-text'

export default function ContestFormPage() {
  const { contestId } = useParams()
  const t = useContestText()
  const problemText = useProblemText()
  const navigate = useNavigate()
  const client = useQueryClient()
  const query = useQuery(
    contestId ? contestQuery(contestId) : { queryKey: ['contests', 'new'] as const, queryFn: skipToken },
  )
  // A new contest takes the unit tree of the last one: its people are mostly the same.
  const others = useQuery({ ...contestsQuery(), enabled: !contestId })
  const save = useMutation({
    mutationFn: (draft: ContestDraft) =>
      contestId
        ? call('updateContest', { params: { contestId }, body: bodyOf(draft) })
        : call('createContest', { body: bodyOf(draft) }),
    onSuccess: async (contest) => {
      notify(contestId ? t('form.saved') : t('form.created'))
      void client.invalidateQueries({ queryKey: ['rounds'] })
      await client.invalidateQueries({ queryKey: ['contests'] })
      navigate(`/cuoc-thi/${contest.id}`, { replace: true })
    },
  })
  const found = query.data?.contest
  const rounds = query.data?.rounds ?? []
  const foundId = found?.id
  // Only once a contest: a refetch in the background must not replace what is being typed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: as said
  const initial = useMemo(() => {
    if (!contestId) return others.isPending ? undefined : emptyContest(others.data?.contests[0]?.unitsAsOf ?? today())
    return found ? draftOf(found) : undefined
  }, [contestId, foundId, others.isPending])

  const title = contestId ? t('form.editTitle') : t('form.createTitle')
  return (
    <Page title={title} width="wide">
      {initial ? (
        <ContestForm
          key={contestId ?? 'new'}
          initial={initial}
          contestId={contestId ?? null}
          isPublished={found?.isPublished}
          isLocked={rounds.some((round) => round.hasAttempts)}
          canPredict={canPredictIn(rounds)}
          isSaving={save.isPending || save.isSuccess}
          error={save.error}
          backTo={contestId ? `/cuoc-thi/${contestId}` : '/cuoc-thi'}
          onSave={(draft) => save.mutate(draft)}
          onEdit={() => save.isError && save.reset()}
        />
      ) : query.error ? (
        <ErrorState onRetry={() => void query.refetch()}>{problemText(query.error)}</ErrorState>
      ) : (
        <Skeleton height={480} />
      )}
    </Page>
  )
}

const today = (): string => {
  const now = zonedParts(serverNow())
  return now ? `${now.year}-${now.month}-${now.day}` : ''
}
