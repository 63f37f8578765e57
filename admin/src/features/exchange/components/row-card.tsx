import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ItemDraft } from '@thiso/contracts/vocab'
import { Badge, Button, Card, Checkbox, notify, Row, Stack } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import CircleAlert from 'lucide-react/icons/circle-alert'
import Pencil from 'lucide-react/icons/pencil'
import { Link } from 'react-router'
import { useCommon } from '../../../lib/common'
import { useBankWords } from '../../../lib/item-bank/use-words'
import { useProblemText } from '../../../lib/problem'
import type { ImportRow } from '../queries'
import { useExchangeText } from '../use-exchange-text'
import { RowDuplicates } from './row-duplicates'
import { RowItem } from './row-item'
import { RowProblems } from './row-problems'

/** The item editor for a row; it belongs to the item bank and is handed in by the roof of the panel. */
export type RowEditor = React.ComponentType<{
  row: ItemDraft
  isSaving: boolean
  error: unknown
  onSave: (row: ItemDraft) => void
  onCancel: () => void
}>

interface RowCardProps {
  batchId: string
  row: ImportRow
  /** May it be chosen and corrected? */
  isOpen: boolean
  isEditing: boolean
  onEdit: (isEditing: boolean) => void
  Editor: RowEditor
}

type Change = { draft?: ItemDraft; isChosen?: boolean }

export function RowCard({ batchId, row, isOpen, isEditing, onEdit, Editor }: RowCardProps) {
  const t = useExchangeText()
  const words = useBankWords()
  const common = useCommon()
  const problemText = useProblemText()
  const client = useQueryClient()
  const change = useMutation({
    mutationFn: (body: Change) =>
      call('correctImportRow', { params: { batchId, ordinal: String(row.ordinal) as never }, body }),
    // Other rows may resemble it now, or no longer.
    onSettled: () => client.invalidateQueries({ queryKey: ['imports'] }),
  })
  const save = async (draft: ItemDraft) => {
    const saved = await change.mutateAsync({ draft }).catch(() => null)
    if (!saved) return
    onEdit(false)
    notify(t(saved.isFaulty ? 'rows.savedStill' : 'rows.saved', { place: row.place }), {
      tone: saved.isFaulty ? 'warn' : 'good',
    })
  }
  const choose = (isChosen: boolean) =>
    change.mutate({ isChosen }, { onError: (error) => notify(problemText(error), { tone: 'bad' }) })
  const { draft } = row
  const isChosen =
    change.isPending && change.variables.isChosen !== undefined ? change.variables.isChosen : row.isChosen
  return (
    <Card as="li" className="exchange-row">
      <div className="exchange-row-head">
        {isOpen && row.itemId === null ? (
          <Checkbox
            label={<span className="exchange-place">{row.place}</span>}
            checked={isChosen}
            disabled={row.isFaulty}
            onChange={choose}
          />
        ) : (
          <span className="exchange-place">{row.place}</span>
        )}
        <Row gap={2}>
          {row.itemId !== null && <Badge tone="good">{t('rows.imported')}</Badge>}
          {row.isFaulty && (
            <Badge tone="bad" icon={CircleAlert}>
              {t('rows.faulty')}
            </Badge>
          )}
          <Badge>{words(`type.${draft.body.type}`)}</Badge>
          {/* What the file does not say was said for all when they were imported. */}
          {draft.topic ? (
            <Badge>{common(`topic.${draft.topic}`)}</Badge>
          ) : (
            row.itemId === null && <Badge>{t('rows.noTopic')}</Badge>
          )}
          {draft.level ? (
            <Badge>{common(`level.${draft.level}`)}</Badge>
          ) : (
            row.itemId === null && <Badge>{t('rows.noLevel')}</Badge>
          )}
          {draft.translations.en && <Badge>{t('rows.english')}</Badge>}
        </Row>
      </div>
      <RowProblems row={row} />
      {isEditing ? (
        <Editor
          row={draft}
          isSaving={change.isPending}
          error={change.error}
          onSave={(corrected) => void save(corrected)}
          onCancel={() => onEdit(false)}
        />
      ) : (
        <Stack gap={3}>
          <RowItem draft={draft} />
          <RowDuplicates row={row} />
          <Row gap={2}>
            {isOpen && row.itemId === null && (
              <Button
                size="small"
                icon={Pencil}
                onClick={() => {
                  change.reset()
                  onEdit(true)
                }}
              >
                {t('rows.edit')}
                <span className="ts-hidden"> {row.place}</span>
              </Button>
            )}
            {row.itemId !== null && <Link to={`/cau-hoi/${row.itemId}`}>{t('rows.toItem')}</Link>}
          </Row>
        </Stack>
      )}
    </Card>
  )
}
