import { Banner, ErrorState, Page, Skeleton, notify } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useNavigate, useParams } from 'react-router'
import { banksQuery, contestQuery, roundQuery } from '../../../lib/contest-queries'
import { useLocalized } from '../../../lib/localized'
import { PageHead } from '../../../lib/page-head'
import { useProblemText } from '../../../lib/problem'
import { RoundForm } from '../components/round-form'
import { type RoundDraft, bodyOf, draftOf, emptyRound, successorOf, weeksAhead } from '../round-draft'
import { useRoundText } from '../use-round-text'

export default function RoundFormPage() {
  const { contestId, roundId } = useParams()
  const t = useRoundText()
  const localized = useLocalized()
  const problemText = useProblemText()
  const navigate = useNavigate()
  const client = useQueryClient()
  const edited = useQuery(roundId ? roundQuery(roundId) : { queryKey: ['rounds', 'new'], queryFn: skipToken })
  const parent = useQuery(contestId ? contestQuery(contestId) : { queryKey: ['contests', 'none'], queryFn: skipToken })
  const banks = useQuery(banksQuery())
  const save = useMutation({
    mutationFn: (draft: RoundDraft) =>
      roundId
        ? call('updateRound', { params: { roundId }, body: bodyOf(draft) })
        : call('createRound', { params: { contestId: contestId ?? '' }, body: bodyOf(draft) }),
    onSuccess: async (round) => {
      notify(roundId ? t('form.saved') : t('form.created'))
      await Promise.all([
        client.invalidateQueries({ queryKey: ['rounds', round.id] }),
        client.invalidateQueries({ queryKey: ['contests'] }),
      ])
      navigate(`/dot/${round.id}`, { replace: true })
    },
  })

  const round = edited.data?.round
  const contest = edited.data?.contest ?? parent.data?.contest
  const before = parent.data?.rounds.at(-1)
  const siblings = useQuery(
    contest && roundId ? contestQuery(contest.id) : { queryKey: ['contests', 'none'], queryFn: skipToken },
  )
  const others = ((roundId ? siblings.data : parent.data)?.rounds ?? []).filter(({ id }) => id !== roundId)
  const isReady = roundId ? round !== undefined : parent.data !== undefined && !banks.isPending
  // Only once: a refetch in the background must not replace what is being typed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: as said
  const initial = useMemo(() => {
    if (!isReady) return undefined
    if (round) return draftOf(round)
    const number = (parent.data?.rounds.length ?? 0) + 1
    if (before) return successorOf(before, number)
    const known = banks.data?.banks ?? []
    return emptyRound(number, known.length === 1 ? known.map((bank) => bank.id) : [])
  }, [isReady, roundId, contestId])

  const error = roundId ? edited.error : parent.error
  const backTo = roundId ? `/dot/${roundId}` : `/cuoc-thi/${contestId}`
  const title = roundId ? t('form.editTitle') : t('form.createTitle')
  return (
    <Page width="wide" tabTitle={title}>
      <PageHead
        title={title}
        up={{ to: backTo, name: round ? localized(round.name) : contest ? localized(contest.title) : t('page.crumbs') }}
        lead={contest && t('form.in', { title: localized(contest.title) })}
      />
      {initial ? (
        <RoundForm
          key={roundId ?? contestId}
          initial={initial}
          contestId={contest?.id ?? ''}
          roundId={roundId ?? null}
          tables={contest?.rules.tables ?? []}
          earlier={others}
          isNew={!roundId}
          isLocked={round ? round.hasAttempts || round.state === 'closed' : false}
          isClosed={round?.state === 'closed'}
          note={
            before && !roundId ? (
              <Banner tone="info">
                {t('form.copied', { name: localized(before.name), days: weeksAhead(before) })}
              </Banner>
            ) : round?.publishedAt && !round.hasAttempts && round.state !== 'closed' ? (
              <Banner tone="info">{t('form.publishedNote')}</Banner>
            ) : undefined
          }
          isSaving={save.isPending || save.isSuccess}
          error={save.error}
          backTo={backTo}
          onSave={(draft) => save.mutate(draft)}
          onEdit={() => save.isError && save.reset()}
        />
      ) : error ? (
        <ErrorState onRetry={() => void (roundId ? edited : parent).refetch()}>{problemText(error)}</ErrorState>
      ) : (
        <Skeleton height={560} />
      )}
    </Page>
  )
}
