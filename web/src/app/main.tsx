import '@thiso/kit/styles.css'
import './app.css'
import { applyTheme, setupI18n } from '@thiso/kit'
import { solveProofsWith } from '@thiso/kit/api/proof'
import { createRoot } from 'react-dom/client'
import { matchPath } from 'react-router'
import { queryClient } from '../lib/query-client'
import { sessionQuery } from '../lib/session'
import { type PagePath, pages } from './pages'
import { Providers } from './providers'

applyTheme()
// Asked for seldom: its code comes when it is.
solveProofsWith(async (challenge) => (await import('../lib/proof/solve-proof')).solveProof(challenge))

// The words, the page and the visitor's name are fetched side by side, not one after the other: on a bus every round
// trip is a wait. A page that fails here is asked for again where its failure can be shown.
void queryClient.prefetchQuery(sessionQuery)
const wanted = (Object.keys(pages) as PagePath[]).find((path) => matchPath(path, window.location.pathname))
const pageAtHand = wanted && pages[wanted]().catch(() => undefined)

const words = setupI18n({
  storageKey: 'thiso.locale',
  defaultNamespace: 'app',
  resources: {
    vi: () => import('./texts/bundle-vi'),
    en: () => import('./texts/bundle-en'),
  },
})

void Promise.all([words, pageAtHand]).then(() => {
  createRoot(document.getElementById('root')!).render(<Providers />)
})
