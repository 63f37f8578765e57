import { Button, LinkButton, Page } from '@thiso/kit'
import RotateCw from 'lucide-react/icons/rotate-cw'
import { useLocation } from 'react-router'
import { useProblemText } from './problem'
import { useLibTexts } from './texts/use-lib-texts'

interface ProblemPageProps {
  error: unknown
  onRetry?: () => void
  busy?: boolean
}

/** A whole page that could not be shown: what happened, what is safe, what to do. */
export function ProblemPage({ error, onRetry, busy }: ProblemPageProps) {
  const t = useLibTexts()
  const sentence = useProblemText()
  const { pathname } = useLocation()
  return (
    <Page title={t('problemTitle')} width="narrow">
      <p role="alert">{sentence(error)}</p>
      <div className="ts-row app-problem-actions">
        {onRetry && (
          <Button variant="primary" icon={RotateCw} busy={busy} onClick={onRetry}>
            {t('retry')}
          </Button>
        )}
        {pathname !== '/' && <LinkButton to="/">{t('toHome')}</LinkButton>}
      </div>
    </Page>
  )
}
