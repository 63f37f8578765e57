import { Button, Checkbox, Skeleton } from '@thiso/kit'
import { useLocalized } from '../../../lib/localized'
import { useProblemText } from '../../../lib/problem'
import { useLibTexts } from '../../../lib/texts/use-lib-texts'
import type { useSignUp } from '../hooks/use-sign-up'
import { useAuthTexts } from '../texts/use-auth-texts'

type Form = Pick<ReturnType<typeof useSignUp>, 'consent' | 'draft' | 'change' | 'errors'>

/** What the visitor agrees to, in full and in plain words, with the box under it. */
export function ConsentCard({ consent, draft, change, errors }: Form) {
  const t = useAuthTexts()
  const words = useLibTexts()
  const localized = useLocalized()
  const sentence = useProblemText()
  return (
    <section className="auth-consent" aria-label={t('consent.title')}>
      <h2>{t('consent.title')}</h2>
      {consent.isPending && <Skeleton lines={5} />}
      {consent.isError && !consent.data && (
        <div className="ts-field-error" role="alert">
          <span>
            {t('consent.failed')} {sentence(consent.error)}
          </span>
          <Button size="small" busy={consent.isFetching} onClick={() => void consent.refetch()}>
            {words('retry')}
          </Button>
        </div>
      )}
      {consent.data && (
        <ul>
          {consent.data.paragraphs.map((paragraph) => (
            <li key={paragraph.vi}>{localized(paragraph)}</li>
          ))}
        </ul>
      )}
      <p>
        <a href="/quyen-rieng-tu" target="_blank" rel="noopener">
          {t('consent.more')}
        </a>
      </p>
      <Checkbox
        label={t('consent.agree')}
        checked={draft.isConsentGiven}
        disabled={!consent.data}
        error={errors.isConsentGiven}
        required
        onChange={(isConsentGiven) => change({ isConsentGiven }, 'isConsentGiven')}
      />
    </section>
  )
}
