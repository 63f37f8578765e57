import { Badge, Banner, Button, Card, formatDateTime, formatNumber, Row, Stack, TextInput } from '@thiso/kit'
import PenLine from 'lucide-react/icons/pen-line'
import { useState } from 'react'
import { useCommon } from '../../../lib/common'
import { useWinnersText } from '../hooks/use-winners-text'
import type { useWinnerList, WinnerList } from './use-winner-list'

interface SignPanelProps {
  list: WinnerList
  act: ReturnType<typeof useWinnerList>['act']
}

/** Where the list stands, what is left to do, and the two signatures. */
export function SignPanel({ list, act }: SignPanelProps) {
  const t = useWinnersText()
  const common = useCommon()
  const [reason, setReason] = useState('')
  const { state, version, newest, signatures, obstacles, changes, movedCount } = list
  const isNew = state === null
  const isOutdated = changes.length + movedCount > 0 || (version?.number ?? 0) !== (newest?.number ?? 0)
  const needsReason = !isNew && state !== 'proposed' && changes.length + movedCount > 0
  const isReplacing = list.publishedAt !== null && state !== 'published'
  const iSigned = signatures.some(({ isMe }) => isMe)
  const busy = (name: string) => act.isPending && act.variables.name === name
  const prizeOf = (key: string | null) => {
    const line = list.lines.find((one) => one.key === key)
    if (key === null) return t('list.noPrize')
    return line
      ? `${common(`tier.${line.tier}`)}${line.table ? `, ${t('list.table', { table: line.table })}` : ''}`
      : key
  }
  return (
    <Card
      title={t('list.process')}
      actions={<Badge tone={state === 'published' ? 'good' : 'blue'}>{t(`list.listState.${state ?? 'none'}`)}</Badge>}
    >
      <Stack>
        {list.kind !== 'collective' && (
          <p>
            {version
              ? t('list.fromVersion', { number: version.number, at: formatDateTime(version.at) })
              : newest
                ? t('list.newestVersion', { number: newest.number, at: formatDateTime(newest.at) })
                : t('list.noResults')}
            {newest && !newest.isFinal && ` ${t('list.notFinal')}`}
          </p>
        )}
        {isReplacing && <Banner tone="info">{t('list.replacing')}</Banner>}
        {!isNew && movedCount > 0 && (
          <Banner tone="warn">{t('list.moved', { count: movedCount, formatted: formatNumber(movedCount) })}</Banner>
        )}
        {!isNew && changes.length > 0 && (
          <Banner tone="warn" title={t('list.changesTitle')}>
            <ul className="winners-changes">
              {changes.map(({ name, from, to }) => (
                <li key={`${name} ${from} ${to}`}>
                  {t('list.change', { name, from: prizeOf(from), to: prizeOf(to) })}
                </li>
              ))}
            </ul>
          </Banner>
        )}
        {needsReason && (
          <TextInput
            label={t('list.changeReason')}
            hint={t('list.changeReasonHint')}
            value={reason}
            onChange={setReason}
            maxLength={500}
            required
          />
        )}
        {(isNew || isOutdated) && (
          <div>
            <Button
              variant="primary"
              busy={busy('proposeWinners')}
              disabled={(needsReason && reason.trim().length < 3) || (list.kind !== 'collective' && !newest?.isFinal)}
              onClick={() => act.mutate({ name: 'proposeWinners', ...(needsReason ? { reason } : {}) })}
            >
              {isNew ? t('list.propose') : t('list.takeOver')}
            </Button>
          </div>
        )}
        {!isNew && obstacles.length > 0 && state !== 'published' && (
          <div>
            <strong>{t(state === 'confirmed' ? 'list.leftToPublish' : 'list.left')}</strong>
            <ul className="winners-left">
              {obstacles.map((obstacle) => (
                <li key={obstacle}>{t(`list.obstacle.${obstacle}`)}</li>
              ))}
            </ul>
          </div>
        )}
        <ol className="winners-signatures">
          {[0, 1].map((place) => {
            const signature = signatures[place]
            return (
              <li key={place} className={signature ? 'winners-signed' : 'winners-open'}>
                <span className="ts-quiet-text ts-small">{t('list.signature', { n: place + 1 })}</span>
                {signature ? (
                  <span>
                    <strong>{signature.byName}</strong>, {formatDateTime(signature.at)}
                  </span>
                ) : (
                  <span>{t('list.unsigned')}</span>
                )}
              </li>
            )
          })}
        </ol>
        <Row>
          {(state === 'proposed' || state === 'signed-once') && (
            <Button
              variant="primary"
              icon={PenLine}
              busy={busy('signWinners')}
              disabled={obstacles.length > 0 || iSigned}
              onClick={() => act.mutate({ name: 'signWinners' })}
            >
              {t('list.sign')}
            </Button>
          )}
          {state === 'confirmed' && (
            <Button
              variant="primary"
              busy={busy('publishWinners')}
              disabled={obstacles.length > 0}
              onClick={() => act.mutate({ name: 'publishWinners' })}
            >
              {t('list.publish')}
            </Button>
          )}
          {iSigned && state === 'signed-once' && <span className="ts-quiet-text">{t('list.otherSigner')}</span>}
        </Row>
      </Stack>
    </Card>
  )
}
