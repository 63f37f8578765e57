import { Checkbox, TextInput } from '@thiso/kit'
import { useLocalized } from '../../../lib/localized'
import type { useSignUp } from '../hooks/use-sign-up'
import { useAuthTexts } from '../texts/use-auth-texts'

type Form = Pick<ReturnType<typeof useSignUp>, 'consent' | 'draft' | 'change' | 'errors' | 'age'>

/** Appears once the date of birth says that an adult has to agree too. */
export function GuardianCard({ consent, draft, change, errors, age }: Form) {
  const t = useAuthTexts()
  const localized = useLocalized()
  return (
    <section className="auth-consent" aria-label={t('consent.guardianTitle')}>
      <h2>{t('consent.guardianTitle')}</h2>
      <p role="status">{t('consent.guardianWhy', { age: age ?? '' })}</p>
      <TextInput
        label={t('consent.guardianName')}
        autoComplete="off"
        autoCapitalize="words"
        maxLength={80}
        required
        value={draft.guardianName}
        error={errors['guardian.fullName']}
        onChange={(guardianName) => change({ guardianName }, 'guardian.fullName')}
      />
      <Checkbox
        label={consent.data ? localized(consent.data.guardianParagraph) : t('consent.agreeGuardian')}
        checked={draft.isGuardianConsentGiven}
        error={errors['guardian.isConsentGiven']}
        required
        onChange={(isGuardianConsentGiven) => change({ isGuardianConsentGiven }, 'guardian.isConsentGiven')}
      />
    </section>
  )
}
