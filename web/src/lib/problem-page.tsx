import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useProblemText } from './problem'

/** A whole page that could not be shown: what happened, what is safe, what to do. */
export function ProblemPage({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation('lib')
  const sentence = useProblemText()
  return (
    <div className="ts-page ts-page-narrow app-problem">
      <h1>{t('problemTitle')}</h1>
      <p role="alert">{sentence(error)}</p>
      <div className="ts-row">
        {onRetry && (
          <button type="button" className="ts-button ts-button-primary" onClick={onRetry}>
            {t('retry')}
          </button>
        )}
        <Link className="ts-button ts-button-secondary" to="/">
          {t('toHome')}
        </Link>
      </div>
    </div>
  )
}
