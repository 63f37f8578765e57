import { useMutation, useQuery } from '@tanstack/react-query'
import { ITEM_FORMATS, type ItemFormat } from '@thiso/contracts/vocab'
import { Banner, Button, Dialog, ErrorState, formatNumber, Loading, Select, Stack, useLocale } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import Download from 'lucide-react/icons/download'
import { useState } from 'react'
import { useCommon } from '../common'
import type { ItemFilter } from '../item-bank/item-filter'
import { useProblemText } from '../problem'
import { ProblemBanner } from '../problem-banner'
import { saveFile } from '../save-file'
import { useExchangeWords } from './use-exchange-words'
import './export-dialog.css'

interface ExportDialogProps {
  filter: ItemFilter
  onClose: () => void
}

/** The items that the list shows as a file: which format, and what it would lose, before anything is written. */
export function ExportDialog({ filter, onClose }: ExportDialogProps) {
  const words = useExchangeWords()
  const common = useCommon()
  const problemText = useProblemText()
  const [locale] = useLocale()
  const [format, setFormat] = useState<ItemFormat>('xlsx')
  const check = useQuery({
    queryKey: ['export-check', format, filter],
    queryFn: ({ signal }) => call('checkExport', { query: { ...filter, format }, signal, timeoutMs: 60_000 }),
    staleTime: 0,
  })
  const save = useMutation({
    mutationFn: () => saveFile('exportItems', {}, { ...filter, format, locale }),
    onSuccess: onClose,
  })
  const found = check.data
  const say = (count: number) => ({ count, formatted: formatNumber(count) })
  return (
    <Dialog
      open
      title={words('export.title')}
      dismissible={!save.isPending}
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" disabled={save.isPending} onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button
            variant="primary"
            icon={Download}
            busy={save.isPending}
            busyLabel={words('export.saving')}
            disabled={!found || found.carriedCount === 0}
            onClick={() => save.mutate()}
          >
            {words('export.save')}
          </Button>
        </>
      }
    >
      <Stack>
        <p>{words('export.lead')}</p>
        <Select<ItemFormat>
          label={words('export.format')}
          hint={words(`formatHint.${format}`)}
          options={ITEM_FORMATS.map((each) => ({ value: each, label: words(`format.${each}`) }))}
          value={format}
          onChange={setFormat}
        />
        {check.error ? (
          <ErrorState compact onRetry={() => void check.refetch()} busy={check.isFetching}>
            {problemText(check.error)}
          </ErrorState>
        ) : !found ? (
          <Loading label={words('export.counting')} />
        ) : found.itemCount === 0 ? (
          <Banner>{words('export.empty')}</Banner>
        ) : (
          <Stack gap={3}>
            <Banner tone={found.carriedCount === 0 ? 'warn' : 'info'} live="polite">
              {found.carriedCount === 0
                ? words('export.none')
                : found.carriedCount === found.itemCount
                  ? words('export.all', say(found.itemCount))
                  : words('export.part', {
                      carried: formatNumber(found.carriedCount),
                      total: formatNumber(found.itemCount),
                    })}{' '}
              {found.losses.length === 0 && words('export.lossless')}
            </Banner>
            {found.losses.length > 0 && (
              <section>
                <h3 className="export-losses-title">{words('export.losses')}</h3>
                <ul className="export-losses">
                  {found.losses.map(({ loss, count }) => (
                    <li key={loss}>{words(`export.loss.${loss}`, say(count))}</li>
                  ))}
                </ul>
              </section>
            )}
          </Stack>
        )}
        <ProblemBanner error={save.error} />
      </Stack>
    </Dialog>
  )
}
