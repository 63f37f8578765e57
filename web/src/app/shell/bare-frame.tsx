import { AppShell } from '@thiso/kit'
import { PageOutlet } from './page-outlet'

/** The whole screen for one thing: no header, no footer, nothing to tap by accident. */
export function BareFrame() {
  return (
    <AppShell>
      <PageOutlet />
    </AppShell>
  )
}
