import { useQuery } from '@tanstack/react-query'
import type { ApiBody } from '@thiso/contracts'
import { ATTEMPT_RULING_KINDS, type ItemKey, plainText, RULING_KINDS, type RulingKind } from '@thiso/contracts/vocab'
import { Banner, Button, Dialog, Select, Stack, Textarea, TextInput } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useState } from 'react'
import { useProblemText } from '../../../lib/problem'
import { isSameKey, keysNow } from '../keys/played-key'
import { type RuledItem, type Ruling, useResultAct } from '../results-queries'
import { useResultsText } from '../use-results-text'
import { KeyFields } from './key-fields'
import { useKeyWords } from './ruling-words'

type ProposedKind = Exclude<RulingKind, (typeof ATTEMPT_RULING_KINDS)[number]>

/** What becomes of one attempt is decided in a case only. */
const PROPOSED_KINDS = RULING_KINDS.filter(
  (kind): kind is ProposedKind => !ATTEMPT_RULING_KINDS.some((inCases) => inCases === kind),
)

interface ProposeDialogProps {
  roundId: string
  items: readonly RuledItem[]
  /** Where people are searched. */
  versionId: string
  /** The item that one came with. */
  startItemId?: string | undefined
  /** Sent: what it would do is looked at next. */
  onSent: (ruling: Ruling) => void
  onClose: () => void
}

/** One person proposes; nothing changes by it. */
export function ProposeDialog({ roundId, items, versionId, startItemId, onSent, onClose }: ProposeDialogProps) {
  const t = useResultsText()
  const problemText = useProblemText()
  const start = items.find(({ itemVersionId }) => itemVersionId === startItemId)
  const [kind, setKind] = useState<ProposedKind>(start ? 'key' : 'all-right')
  const [itemVersionId, setItem] = useState(start?.itemVersionId ?? '')
  const [key, setKey] = useState<ItemKey | null>(null)
  const [q, setQ] = useState('')
  const [accountId, setAccount] = useState('')
  const [reason, setReason] = useState('')
  const isAboutPerson = kind === 'exclude' || kind === 'reinstate'
  const withKey = kind === 'key' || kind === 'also-right'
  const people = useQuery({
    queryKey: ['result-rows', versionId, q, 'people'],
    queryFn: ({ signal }) => call('resultRows', { params: { versionId }, query: { q, size: 20 }, signal }),
    enabled: isAboutPerson,
    placeholderData: (before) => before,
  })
  const item = items.find((each) => each.itemVersionId === itemVersionId)
  const words = useKeyWords(item)
  const now = item ? keysNow(item) : []
  // Another key in place of the only one; a further one beside all of them.
  const isSame = key !== null && (kind === 'key' ? now.slice(0, 1) : now).some((each) => isSameKey(each, key))
  const changesNothing = isSame && (kind === 'also-right' || now.length === 1)
  const ruling = contentOf()
  const proposing = useResultAct(
    roundId,
    async () => {
      if (ruling) onSent(await call('proposeRuling', { params: { roundId }, body: { ruling, reason: reason.trim() } }))
    },
    t('rulings.sent'),
    onClose,
  )

  function contentOf(): ApiBody<'proposeRuling'>['ruling'] | null {
    if (kind === 'exclude' || kind === 'reinstate') return accountId ? { kind, accountId } : null
    if (!item) return null
    if (kind === 'strike' || kind === 'all-right') return { kind, itemVersionId: item.itemVersionId }
    return key && !changesNothing ? { kind, itemVersionId: item.itemVersionId, key } : null
  }

  return (
    <Dialog
      open
      size="large"
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
          hint={t(`rulings.means.${kind}`)}
          options={PROPOSED_KINDS.map((value) => ({ value, label: t(`rulings.kind.${value}`) }))}
          value={kind}
          onChange={(value) => {
            setKind(value)
            setKey(null)
          }}
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
                label: `${row.name}, ${row.unitName} (${row.rank === null ? t(`rows.reason.${row.unrankedReason ?? 'excluded'}`) : t('rows.rankOf', { rank: row.rank })})`,
              }))}
              value={accountId}
              onChange={setAccount}
            />
          </>
        ) : (
          <Select
            label={t('rulings.item')}
            hint={item && t('rulings.keyNow', { key: words(now) })}
            placeholder="–"
            options={items.map((each) => ({
              value: each.itemVersionId,
              label: `${each.code} · ${plainText(each.stem).slice(0, 80)}`,
            }))}
            value={itemVersionId}
            onChange={(value) => {
              setItem(value)
              setKey(null)
            }}
          />
        )}
        {item?.held && !isAboutPerson && <Banner tone="info">{t(`rulings.held.${item.held.kind}`)}</Banner>}
        {withKey && item && (
          <KeyFields
            key={`${item.itemVersionId} ${kind}`}
            item={item}
            isFurther={kind === 'also-right'}
            onKey={setKey}
          />
        )}
        {changesNothing && <Banner tone="warn">{t('rulings.keySame')}</Banner>}
        <Textarea label={t('rulings.reason')} value={reason} onChange={setReason} rows={3} maxLength={2_000} required />
      </Stack>
    </Dialog>
  )
}
