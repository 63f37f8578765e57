import '@thiso/kit/styles.css'
import './shell/shell.css'
import { applyTheme, setupI18n } from '@thiso/kit'
import { createRoot } from 'react-dom/client'
import { Providers } from './providers'

applyTheme()
const root = document.getElementById('root')

// The first render waits for the active language, so that no page ever shows keys.
void setupI18n({
  storageKey: 'thiso.locale',
  resources: { vi: () => import('./texts/vi'), en: () => import('./texts/en') },
}).then(() => {
  if (root) createRoot(root).render(<Providers />)
})
