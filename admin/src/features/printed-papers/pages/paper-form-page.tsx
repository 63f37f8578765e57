import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { notify, Page } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useEffect, useMemo } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { useBanks } from '../../../lib/contest-queries'
import { PageHead } from '../../../lib/page-head'
import { PageWait } from '../../../lib/page-wait'
import { PaperForm } from '../components/paper-form'
import { paperMade, paperQuery, papersQuery } from '../hooks/paper-queries'
import { usePapersText } from '../hooks/use-papers-text'
import { bodyOf, newPaper, type PaperDraft, type PickedItem } from '../paper-draft'
import '../papers.css'

/** Laying out and storing takes longer than most calls: many items and codes. */
const TIMEOUT_MS = 60_000

export default function PaperFormPage() {
  const t = usePapersText()
  const navigate = useNavigate()
  const client = useQueryClient()
  // A list of items may send those that were picked there.
  const picked = (useLocation().state as { items?: PickedItem[] } | null)?.items
  const banks = useBanks()
  const papers = useQuery(papersQuery())
  const create = useMutation({
    mutationFn: (draft: PaperDraft) => call('createPrintedPaper', { body: bodyOf(draft), timeoutMs: TIMEOUT_MS }),
    onSuccess: (paper) => {
      client.setQueryData(paperQuery(paper.id).queryKey, paper)
      paperMade(client)
      notify(t('form.created'))
    },
  })
  const made = create.data

  // Left only once the form knows that it is saved, or it would ask whether to drop what was typed.
  useEffect(() => {
    if (made) navigate(`/de-in/${made.id}`, { replace: true })
  }, [made, navigate])

  const isReady = banks.data !== undefined && papers.data !== undefined
  // Only once: a refetch in the background must not replace what is being typed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: as said
  const initial = useMemo(() => {
    if (!isReady) return undefined
    const known = banks.data?.banks ?? []
    return newPaper(known.length === 1 ? known.map(({ id }) => id) : [], papers.data?.papers[0], picked)
  }, [isReady])

  const up = { to: '/de-in', name: t('title') }
  if (!initial)
    return (
      <PageWait
        title={t('form.title')}
        up={up}
        height={560}
        error={banks.error ?? papers.error}
        onRetry={() => void (banks.error ? banks.refetch() : papers.refetch())}
      />
    )
  return (
    <Page tabTitle={t('form.title')} width="wide">
      <PageHead title={t('form.title')} up={up} lead={t('form.lead')} />
      <PaperForm
        initial={initial}
        isSaving={create.isPending}
        isSaved={create.isSuccess}
        error={create.error}
        onCreate={(draft) => create.mutate(draft)}
      />
    </Page>
  )
}
