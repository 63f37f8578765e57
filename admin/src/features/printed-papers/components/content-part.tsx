import { Banner, Button, Card, RadioGroup, Stack } from '@thiso/kit'
import { BankPicker } from '../../../lib/blueprint/bank-picker'
import { BlueprintCard } from '../../../lib/blueprint/blueprint-card'
import { useCommon } from '../../../lib/common'
import { useUsable } from '../hooks/paper-queries'
import { usePapersText } from '../hooks/use-papers-text'
import type { DraftPartProps } from './heading-card'
import { ItemPicker } from './item-picker'

const SOURCES = ['blueprint', 'items'] as const

/** Where the items come from: drawn by a blueprint over banks, or picked one by one. */
export function ContentPart({ draft, onChange, problemOf }: DraftPartProps) {
  const t = usePapersText()
  const common = useCommon()
  const usable = useUsable(draft.source === 'blueprint' ? draft.bankIds : [])
  const cells = draft.bankIds.length > 0 ? usable.data?.cells : undefined
  return (
    <>
      <Card title={t('form.content')}>
        <Stack gap={5}>
          <RadioGroup
            look="cards"
            label={t('form.source')}
            options={SOURCES.map((value) => ({
              value,
              label: t(`form.sourceOf.${value}`),
              hint: t(`form.sourceHint.${value}`),
            }))}
            value={draft.source}
            onChange={(source) => onChange({ source })}
          />
          {draft.source === 'blueprint' ? (
            <BankPicker
              value={draft.bankIds}
              onChange={(bankIds) => onChange({ bankIds })}
              hint={t('form.banksHint')}
              error={problemOf('bankIds')}
            />
          ) : (
            <ItemPicker items={draft.items} onChange={(items) => onChange({ items })} error={problemOf('itemIds')} />
          )}
        </Stack>
      </Card>
      {draft.source === 'blueprint' && (
        <>
          {usable.error && (
            <Banner tone="warn" action={<Button onClick={() => void usable.refetch()}>{common('retry')}</Button>}>
              {t('form.usableFailed')}
            </Banner>
          )}
          <BlueprintCard
            counts={draft.counts}
            usable={cells}
            error={problemOf('blueprint')}
            onChange={(counts) => onChange({ counts })}
          />
        </>
      )}
    </>
  )
}
