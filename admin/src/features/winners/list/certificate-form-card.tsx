import { useMutation } from '@tanstack/react-query'
import { Banner, Button, Card, notify, Stack, TextInput } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useState } from 'react'
import { useProblemText } from '../../../lib/problem'
import { useWinnersText } from '../hooks/use-winners-text'
import type { WinnerList } from './use-winner-list'

interface CertificateFormCardProps {
  contestId: string
  list: string
  form: WinnerList['form']
  onDone: () => void
}

/** What certificates say beside the winner: kept with the list, so that all of them say the same. */
export function CertificateFormCard({ contestId, list, form, onDone }: CertificateFormCardProps) {
  const t = useWinnersText()
  const problemText = useProblemText()
  const [place, setPlace] = useState(form?.place ?? '')
  const [decision, setDecision] = useState(form?.decision ?? '')
  const [signerRole, setSignerRole] = useState(form?.signerRole ?? '')
  const [signerName, setSignerName] = useState(form?.signerName ?? '')
  const saving = useMutation({
    mutationFn: () =>
      call('saveCertificateForm', {
        params: { contestId, list },
        body: { place, decision, signerRole, signerName },
      }),
    onSuccess: () => {
      notify(t('form.saved'), { tone: 'good' })
      onDone()
    },
  })
  return (
    <Card title={t('form.title')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          saving.mutate()
        }}
      >
        <Stack>
          <p className="ts-quiet-text">
            {t('form.lead')} {form === null ? t('form.none') : !form.isOwn && t('form.fromOther')}
          </p>
          {saving.error && <Banner tone="bad">{problemText(saving.error)}</Banner>}
          <div className="winners-form">
            <TextInput
              label={t('form.place')}
              hint={t('form.placeHint')}
              value={place}
              onChange={setPlace}
              maxLength={60}
              required
            />
            <TextInput
              label={t('form.decision')}
              hint={t('form.decisionHint')}
              value={decision}
              onChange={setDecision}
              maxLength={200}
            />
            <TextInput
              label={t('form.signerRole')}
              hint={t('form.signerRoleHint')}
              value={signerRole}
              onChange={setSignerRole}
              maxLength={120}
              required
            />
            <TextInput label={t('form.signerName')} value={signerName} onChange={setSignerName} maxLength={80} />
          </div>
          <div>
            <Button type="submit" busy={saving.isPending} disabled={place.trim() === '' || signerRole.trim() === ''}>
              {t('form.save')}
            </Button>
          </div>
        </Stack>
      </form>
    </Card>
  )
}
