import { ThemeSwitch } from '@thiso/kit'
import { Link } from 'react-router'
import { useAppTexts } from '../texts/use-app-texts'

export function SiteFooter() {
  const t = useAppTexts()
  return (
    <div className="app-footer">
      <nav className="app-footer-links" aria-label={t('footer.label')}>
        <Link to="/luyen-tap">{t('practice')}</Link>
        <Link to="/lop">{t('joinClass')}</Link>
        <Link to="/huong-dan">{t('guide')}</Link>
        <Link to="/quyen-rieng-tu">{t('privacy')}</Link>
      </nav>
      <span className="app-theme-narrow">
        <ThemeSwitch look="words" />
      </span>
      <p className="app-footer-line">{t('footer.line')}</p>
    </div>
  )
}
