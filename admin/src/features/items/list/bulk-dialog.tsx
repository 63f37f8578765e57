import { COGNITIVE_LEVELS, ITEM_ACTS, type ItemAct, TOPICS, type Topic } from '@thiso/contracts/vocab'
import { Banner, Button, Dialog, formatNumber, Select, Stack } from '@thiso/kit'
import Undo from 'lucide-react/icons/undo-2'
import { type FormEvent, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { useCommon } from '../../../lib/common'
import { useBanks } from '../../../lib/contest-queries'
import { CompetencePicker } from '../../../lib/item-bank/competence-picker'
import { filterOf } from '../../../lib/item-bank/item-filter'
import { type BulkEdit, useSubtopics } from '../../../lib/item-bank/queries'
import { subtopicOptions } from '../../../lib/item-bank/subtopic-options'
import { TagInput } from '../../../lib/item-bank/tag-input'
import { useBankWords } from '../../../lib/item-bank/use-words'
import { useLocalized } from '../../../lib/localized'
import { ProblemBanner } from '../../../lib/problem-banner'
import { useItemsText } from '../hooks/use-items-text'
import { type BulkForm, changeOf, changesNothing, NO_CHANGE } from './bulk-change'
import { useBulk } from './use-bulk'

interface BulkDialogProps {
  itemIds: readonly string[]
  onClose: () => void
  onDone: () => void
}

/** One change for many items; afterwards what was refused and why, with the way back. */
export function BulkDialog({ itemIds, onClose, onDone }: BulkDialogProps) {
  const t = useItemsText()
  const common = useCommon()
  const { run, undo, announce } = useBulk()
  const [form, setForm] = useState(NO_CHANGE)
  const [isChecked, setChecked] = useState(false)
  const [result, setResult] = useState<BulkEdit | null>(null)
  const count = { count: itemIds.length, formatted: formatNumber(itemIds.length) }

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (changesNothing(form) || run.isPending) return
    run.mutate(
      { itemIds: [...itemIds], change: changeOf(form) },
      {
        onSuccess: (edit) => {
          if (edit.refused.length > 0) return setResult(edit)
          announce(edit)
          onDone()
        },
      },
    )
  }

  if (result) {
    const takeBack = () => undo.mutate(result.id, { onSuccess: onDone })
    return <BulkResult edit={result} isUndoing={undo.isPending} onUndo={takeBack} onClose={onDone} />
  }
  return (
    <Dialog
      open
      title={t('bulk.title', count)}
      dismissible={!run.isPending}
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" disabled={run.isPending} onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button variant="primary" type="submit" form="bulk-edit" busy={run.isPending}>
            {t('bulk.apply', count)}
          </Button>
        </>
      }
    >
      <form id="bulk-edit" noValidate onSubmit={submit}>
        <Stack>
          <p className="ts-quiet-text">{t('bulk.lead')}</p>
          <BulkFields form={form} change={(changes) => setForm({ ...form, ...changes })} />
          {isChecked && changesNothing(form) && (
            <Banner tone="warn" live="assertive">
              {t('bulk.nothing')}
            </Banner>
          )}
          <ProblemBanner error={run.error} />
        </Stack>
      </form>
    </Dialog>
  )
}

function BulkFields({ form, change }: { form: BulkForm; change: (changes: Partial<BulkForm>) => void }) {
  const t = useItemsText()
  const common = useCommon()
  const words = useBankWords()
  const localized = useLocalized()
  const banks = useBanks().data?.banks ?? []
  const [params] = useSearchParams()
  // Items of a list of one topic need not be told their topic again before they move to another of its subtopics.
  const topic = form.topic || filterOf(params).topic
  const subtopics = subtopicOptions(useSubtopics().data?.subtopics ?? [], topic, localized)
  const same = t('bulk.same')
  return (
    <>
      <div className="items-two">
        <Select<Topic>
          label={t('bulk.topic')}
          placeholder={same}
          options={TOPICS.map((topic) => ({ value: topic, label: common(`topic.${topic}`) }))}
          value={form.topic}
          onChange={(topic) => change({ topic, subtopicId: '' })}
        />
        <Select
          label={t('bulk.subtopic')}
          placeholder={same}
          options={[{ value: 'none', label: t('bulk.noSubtopic') }, ...subtopics]}
          value={form.subtopicId}
          onChange={(subtopicId) => change({ subtopicId })}
        />
        <Select
          label={t('bulk.level')}
          placeholder={same}
          options={COGNITIVE_LEVELS.map((level) => ({ value: level, label: common(`level.${level}`) }))}
          value={form.level}
          onChange={(level) => change({ level })}
        />
        <Select
          label={t('bulk.bank')}
          placeholder={same}
          options={banks.map((bank) => ({ value: bank.id, label: bank.name }))}
          value={form.bankId}
          onChange={(bankId) => change({ bankId })}
        />
      </div>
      <TagInput label={t('bulk.addTags')} value={form.addTags} most={10} onChange={(addTags) => change({ addTags })} />
      <TagInput
        label={t('bulk.removeTags')}
        value={form.removeTags}
        most={10}
        onChange={(removeTags) => change({ removeTags })}
      />
      <CompetencePicker
        label={t('bulk.addCompetences')}
        value={form.addCompetences}
        onChange={(addCompetences) => change({ addCompetences })}
      />
      <Select<ItemAct>
        label={t('bulk.act')}
        hint={t('bulk.actHint')}
        placeholder={same}
        options={ITEM_ACTS.map((act) => ({ value: act, label: words(`act.${act}`) }))}
        value={form.act}
        onChange={(act) => change({ act })}
      />
    </>
  )
}

interface BulkResultProps {
  edit: BulkEdit
  isUndoing: boolean
  onUndo: () => void
  onClose: () => void
}

function BulkResult({ edit, isUndoing, onUndo, onClose }: BulkResultProps) {
  const t = useItemsText()
  const localized = useLocalized()
  return (
    <Dialog
      open
      title={t('bulk.resultTitle')}
      onClose={onClose}
      actions={
        <>
          {edit.changedCount > 0 && (
            <Button icon={Undo} busy={isUndoing} onClick={onUndo}>
              {t('undo')}
            </Button>
          )}
          <Button variant="primary" onClick={onClose}>
            {t('close')}
          </Button>
        </>
      }
    >
      <Stack>
        <p>{t('bulk.done', { count: edit.changedCount, formatted: formatNumber(edit.changedCount) })}</p>
        <Banner
          tone="warn"
          title={t('bulk.refused', { count: edit.refused.length, formatted: formatNumber(edit.refused.length) })}
        >
          <ul className="items-refused">
            {edit.refused.map(({ itemId, code, reason }) => (
              <li key={itemId}>
                <Link to={`/cau-hoi/${itemId}`}>{code}</Link>: {localized(reason)}
              </li>
            ))}
          </ul>
        </Banner>
      </Stack>
    </Dialog>
  )
}
