import { useTranslation } from 'react-i18next'

/** Stands where a page will be; appears late, so that a quick load shows nothing at all. */
export function LoadingPage() {
  const { t } = useTranslation('lib')
  return (
    <div className="app-loading" role="status">
      <span className="app-loading-dots" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      <span className="ts-hidden">{t('loading')}</span>
    </div>
  )
}
