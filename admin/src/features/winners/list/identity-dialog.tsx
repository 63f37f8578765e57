import { useMutation } from '@tanstack/react-query'
import { IDENTITY_PROOFS, type IdentityProof } from '@thiso/contracts/vocab'
import { Banner, Button, Checkbox, Dialog, formatDate, Stack, TextInput } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useState } from 'react'
import { useProblemText } from '../../../lib/problem'
import { useWinnersText } from '../hooks/use-winners-text'
import type { ListedWinner } from './use-winner-list'

interface IdentityDialogProps {
  winner: ListedWinner
  onClose: () => void
  onDone: () => void
}

/** First a reason, then the full name; then what was seen. */
export function IdentityDialog({ winner, onClose, onDone }: IdentityDialogProps) {
  const t = useWinnersText()
  const problemText = useProblemText()
  const [reason, setReason] = useState('')
  const [seen, setSeen] = useState<IdentityProof[]>([])
  const [lastDigits, setLastDigits] = useState('')
  const params = { winnerId: winner.id }
  const unmask = useMutation({ mutationFn: () => call('winnerIdentity', { params, body: { reason } }) })
  const check = useMutation({
    mutationFn: () => call('checkIdentity', { params, body: { seen, lastDigits: lastDigits || null } }),
    onSuccess: onDone,
  })
  const person = unmask.data
  const error = unmask.error ?? check.error
  const isDigitsFit = /^(\d{3})?$/.test(lastDigits)
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('identity.title', { name: winner.name })}
      actions={
        person ? (
          <Button
            variant="primary"
            busy={check.isPending}
            disabled={seen.length === 0 || !isDigitsFit}
            onClick={() => check.mutate()}
          >
            {t('identity.confirm')}
          </Button>
        ) : (
          <Button
            variant="primary"
            busy={unmask.isPending}
            disabled={reason.trim().length < 3}
            onClick={() => unmask.mutate()}
          >
            {t('identity.show')}
          </Button>
        )
      }
    >
      <Stack>
        {error && <Banner tone="bad">{problemText(error)}</Banner>}
        {person ? (
          <>
            <dl className="winners-identity">
              <dt>{t('identity.fullName')}</dt>
              <dd>{person.fullName}</dd>
              <dt>{t('standings.birthDate')}</dt>
              <dd>{person.birthDate ? formatDate(person.birthDate) : '–'}</dd>
              <dt>{t('standings.unit')}</dt>
              <dd>{person.unitName ?? '–'}</dd>
              <dt>{t('identity.login')}</dt>
              <dd>{person.login}</dd>
              {person.guardianName && (
                <>
                  <dt>{t('identity.guardian')}</dt>
                  <dd>{person.guardianName}</dd>
                </>
              )}
            </dl>
            <fieldset className="winners-proofs">
              <legend>{t('identity.seen')}</legend>
              {IDENTITY_PROOFS.map((proof) => (
                <Checkbox
                  key={proof}
                  label={t(`identity.proof.${proof}`)}
                  checked={seen.includes(proof)}
                  onChange={(isSeen) =>
                    setSeen((now) => (isSeen ? [...now, proof] : now.filter((one) => one !== proof)))
                  }
                />
              ))}
            </fieldset>
            <TextInput
              label={t('identity.lastDigits')}
              hint={t('identity.lastDigitsHint')}
              value={lastDigits}
              onChange={setLastDigits}
              inputMode="numeric"
              maxLength={3}
            />
          </>
        ) : (
          <>
            <p>{t('identity.lead')}</p>
            <TextInput
              label={t('identity.reason')}
              value={reason}
              onChange={setReason}
              maxLength={500}
              data-autofocus
              required
            />
          </>
        )}
      </Stack>
    </Dialog>
  )
}
