import { useQuery } from '@tanstack/react-query'
import { ErrorState, formatDateTime, Select, Skeleton, Stack } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useState } from 'react'
import type { ItemVersion } from '../../../lib/item-bank/queries'
import { useProblemText } from '../../../lib/problem'
import { useItemsText } from '../hooks/use-items-text'
import { ItemDiff } from './item-diff'
import { ItemKeyView } from './item-key-view'

/** Any two versions side by side: what changed, word by word. */
export function Versions({ itemId }: { itemId: string }) {
  const t = useItemsText()
  const problemText = useProblemText()
  const [chosen, setChosen] = useState<{ from?: string; to?: string }>({})
  const query = useQuery({
    queryKey: ['item-versions', itemId],
    // Versions show their keys, and reading them is logged: once a visit.
    queryFn: () => call('itemVersions', { params: { itemId } }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (query.isPending) return <Skeleton lines={6} />
  if (query.error)
    return (
      <ErrorState compact onRetry={() => void query.refetch()}>
        {problemText(query.error)}
      </ErrorState>
    )
  const versions = [...query.data.versions].sort((a, b) => b.version - a.version)
  const [newest, before] = versions
  if (!newest) return null
  if (!before) return <p className="ts-quiet-text">{t('versions.onlyOne')}</p>

  const nameOf = ({ version, at, authorName, isFrozen }: ItemVersion) =>
    t(isFrozen ? 'versions.nameFrozen' : 'versions.name', { version, at: formatDateTime(at), author: authorName })
  const options = versions.map((version) => ({ value: String(version.version), label: nameOf(version) }))
  const pick = (value: string | undefined, usual: ItemVersion) =>
    versions.find(({ version }) => String(version) === value) ?? usual
  const from = pick(chosen.from, before)
  const to = pick(chosen.to, newest)
  return (
    <Stack>
      <div className="items-versions">
        <Select
          label={t('versions.from')}
          options={options}
          value={String(from.version)}
          onChange={(value) => setChosen({ ...chosen, from: value })}
        />
        <Select
          label={t('versions.to')}
          options={options}
          value={String(to.version)}
          onChange={(value) => setChosen({ ...chosen, to: value })}
        />
      </div>
      <ItemDiff from={from} to={to} />
      <details>
        <summary>{t('versions.whole', { version: from.version })}</summary>
        <ItemKeyView item={from} />
      </details>
    </Stack>
  )
}
