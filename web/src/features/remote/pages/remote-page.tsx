import { EmptyState, ErrorState, Loading, LocaleSwitch, Page } from '@thiso/kit'
import { ApiError } from '@thiso/kit/api/client'
import { useProblemText } from '../../../lib/problem'
import { Steering } from '../components/steering'
import { usePairing } from '../hooks/use-pairing'
import { useRemoteTexts } from '../texts/use-remote-texts'
import '../remote.css'

/** The host's second device: paired by a code that the first one shows, it steers one lesson until that is over. */
export default function RemotePage() {
  const t = useRemoteTexts()
  const problemText = useProblemText()
  const { pairing, forget } = usePairing()
  if (pairing.kind === 'paired')
    return <Steering key={pairing.key.remoteKey} remoteKey={pairing.key} onForget={forget} />
  return (
    <Page width="narrow" title={t('title')} actions={<LocaleSwitch />} className="rm-page">
      {pairing.kind === 'none' && <EmptyState title={t('none.title')}>{t('none.text')}</EmptyState>}
      {pairing.kind === 'taking' && <Loading block label={t('taking')} />}
      {pairing.kind === 'refused' && (
        <ErrorState
          title={t('refused.title')}
          // A code that the server does not take gets no better by asking again.
          onRetry={pairing.error instanceof ApiError ? undefined : pairing.retry}
        >
          {problemText(pairing.error)} {t('refused.hint')}
        </ErrorState>
      )}
    </Page>
  )
}
