import type { NameOf } from '@thiso/contracts/rule-words'
import type { SettingChange } from '@thiso/contracts/vocab'
import { ActionBar, Banner, Button, LinkButton, Stack, Textarea } from '@thiso/kit'
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { useCommon } from '../common'
import { LeaveGuard } from '../leave-guard'
import { ProblemBanner } from '../problem-banner'
import type { Amendment } from './amendment-queries'
import { ChangesCard } from './changes-card'
import { useAmendingText } from './use-amending-text'

const LEAST_REASON = 10

interface AmendFormProps {
  /** What differs from what holds. */
  changes: readonly SettingChange[]
  nameOf: NameOf
  /** What the form itself finds missing: nothing is sent. */
  hasGaps: boolean
  /** The one that waits already, if any. */
  pending: Amendment | undefined
  listPath: string
  backTo: string
  isSending: boolean
  error: Error | null
  /** Paths that the settings show beside their fields. */
  shown: (path: string) => boolean
  onTry: () => void
  onSend: (reason: string) => void
  children: ReactNode
}

/** Around the settings of a round or a contest: what waits already, the reason, and sending it to a second person. */
export function AmendForm(props: AmendFormProps) {
  const { changes, nameOf, hasGaps, pending, listPath, backTo, isSending, error, shown, onTry, onSend, children } =
    props
  const t = useAmendingText()
  const common = useCommon()
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const changeCount = changes.length
  const isShort = reason.trim().length < LEAST_REASON
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    onTry()
    if (!hasGaps && !isShort && changeCount > 0) return onSend(reason.trim())
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  }
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <LeaveGuard isDirty={changeCount > 0 && !isSending} />
      <Stack gap={6}>
        {pending && (
          <Banner
            tone="warn"
            title={t('pendingTitle')}
            action={<LinkButton to={listPath}>{t('toPending')}</LinkButton>}
          >
            {t('pendingText')}
          </Banner>
        )}
        <ProblemBanner error={error} shown={shown} />
        {children}
        <ChangesCard changes={changes} nameOf={nameOf}>
          <Textarea
            label={t('reason')}
            hint={t('reasonHint')}
            rows={3}
            value={reason}
            maxLength={500}
            required
            error={isTried && isShort ? t('reasonShort') : undefined}
            onChange={setReason}
          />
        </ChangesCard>
        {isTried && changeCount === 0 && (
          <Banner tone="warn" live="polite">
            {t('noChange')}
          </Banner>
        )}
        <ActionBar>
          <span className="ts-quiet-text ad-change-count" role="status">
            {changeCount > 0 && t('count', { count: changeCount })}
          </span>
          <LinkButton to={backTo} variant="quiet">
            {common('cancel')}
          </LinkButton>
          <Button type="submit" variant="primary" busy={isSending} disabled={pending !== undefined}>
            {t('send')}
          </Button>
        </ActionBar>
      </Stack>
    </form>
  )
}
