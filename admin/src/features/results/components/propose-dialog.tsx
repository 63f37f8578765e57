import { useQuery } from '@tanstack/react-query'
import type { ApiBody } from '@thiso/contracts'
import { type ItemKey, plainText, RULING_KINDS, type RulingKind } from '@thiso/contracts/vocab'
import { Banner, Button, Dialog, Select, Stack, Textarea, TextInput } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useState } from 'react'
import { useProblemText } from '../../../lib/problem'
import { type RuledItem, useResultAct } from '../results-queries'
import { useResultsText } from '../use-results-text'

const LETTERS = 'ABCDEFGHIJKLMNOP'

interface ProposeDialogProps {
  roundId: string
  items: readonly RuledItem[]
  /** Where people are searched. */
  versionId: string
  onClose: () => void
}

/** One person proposes; nothing changes by it. */
export function ProposeDialog({ roundId, items, versionId, onClose }: ProposeDialogProps) {
  const t = useResultsText()
  const problemText = useProblemText()
  const [kind, setKind] = useState<RulingKind>('all-right')
  const [itemVersionId, setItem] = useState('')
  const [choice, setChoice] = useState('')
  const [q, setQ] = useState('')
  const [accountId, setAccount] = useState('')
  const [reason, setReason] = useState('')
  const isAboutPerson = kind === 'exclude' || kind === 'reinstate'
  const people = useQuery({
    queryKey: ['result-rows', versionId, q, 'people'],
    queryFn: ({ signal }) => call('resultRows', { params: { versionId }, query: { q, size: 20 }, signal }),
    enabled: isAboutPerson,
    placeholderData: (before) => before,
  })
  const item = items.find((each) => each.itemVersionId === itemVersionId)
  const key = item && keyOf(item, choice)
  const ruling: ApiBody<'proposeRuling'>['ruling'] | null = isAboutPerson
    ? accountId
      ? { kind, accountId }
      : null
    : kind === 'key'
      ? item && key
        ? { kind, itemVersionId: item.itemVersionId, key }
        : null
      : item
        ? { kind, itemVersionId: item.itemVersionId }
        : null
  const proposing = useResultAct(
    roundId,
    async () => ruling && call('proposeRuling', { params: { roundId }, body: { ruling, reason: reason.trim() } }),
    t('rulings.sent'),
    onClose,
  )
  return (
    <Dialog
      open
      title={t('rulings.proposeTitle')}
      onClose={onClose}
      actions={
        <Button
          variant="primary"
          busy={proposing.isPending}
          disabled={!ruling || reason.trim().length < 5}
          onClick={() => proposing.mutate()}
        >
          {t('rulings.send')}
        </Button>
      }
    >
      <Stack>
        {proposing.error && <Banner tone="bad">{problemText(proposing.error)}</Banner>}
        <Select
          label={t('rulings.kindLabel')}
          options={RULING_KINDS.map((value) => ({ value, label: t(`rulings.kind.${value}`) }))}
          value={kind}
          onChange={setKind}
        />
        {isAboutPerson ? (
          <>
            <TextInput
              label={t('rows.search')}
              hint={t('rulings.personHint')}
              value={q}
              onChange={setQ}
              maxLength={100}
            />
            <Select
              label={t('rulings.person')}
              placeholder="–"
              options={(people.data?.rows ?? []).map((row) => ({
                value: row.accountId,
                label: `${row.fullName} (${row.login})`,
              }))}
              value={accountId}
              onChange={setAccount}
            />
          </>
        ) : (
          <Select
            label={t('rulings.item')}
            placeholder="–"
            options={items.map((each) => ({
              value: each.itemVersionId,
              label: `${each.code} · ${plainText(each.stem).slice(0, 80)}`,
            }))}
            value={itemVersionId}
            onChange={(value) => {
              setItem(value)
              setChoice('')
            }}
          />
        )}
        {kind === 'key' && item && <NewKey item={item} choice={choice} onChoice={setChoice} />}
        <Textarea label={t('rulings.reason')} value={reason} onChange={setReason} rows={3} maxLength={2_000} required />
      </Stack>
    </Dialog>
  )
}

function NewKey({ item, choice, onChoice }: { item: RuledItem; choice: string; onChoice: (value: string) => void }) {
  const t = useResultsText()
  const { key, options } = item
  const labels =
    key.type === 'single-choice'
      ? options.map((text, index) => `${LETTERS[index]}. ${plainText(text)}`)
      : key.type === 'true-false'
        ? [t('rulings.false'), t('rulings.true')]
        : null
  if (!labels) return <Banner tone="info">{t('rulings.keyOther')}</Banner>
  const now = key.type === 'single-choice' ? key.option : key.type === 'true-false' && key.isTrue ? 1 : 0
  return (
    <Select
      label={t('rulings.key')}
      hint={t('rulings.keyNow', { key: labels[now] ?? '' })}
      placeholder="–"
      options={labels.map((label, index) => ({ value: String(index), label, disabled: index === now }))}
      value={choice}
      onChange={onChoice}
    />
  )
}

function keyOf({ key }: RuledItem, choice: string): ItemKey | null {
  if (choice === '') return null
  if (key.type === 'single-choice') return { type: 'single-choice', option: Number(choice) }
  return key.type === 'true-false' ? { type: 'true-false', isTrue: choice === '1' } : null
}
