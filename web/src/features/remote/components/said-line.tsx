import { Banner, classes, Icon } from '@thiso/kit'
import CircleAlert from 'lucide-react/icons/circle-alert'
import CircleCheck from 'lucide-react/icons/circle-check'
import type { Said } from '../hooks/use-steer'
import './where.css'

/** What became of the last act, over the words of the head: nothing to be tapped stands there, and nothing below moves. */
export function SaidLine({ said }: { said: Said | null }) {
  return (
    <div role="status" className="rm-said-place">
      {said && (
        <p className={classes('rm-said', `ts-tone-${said.tone}`)}>
          <Icon of={said.tone === 'good' ? CircleCheck : CircleAlert} size={22} />
          <span>{said.text}</span>
        </p>
      )}
    </div>
  )
}

/** The same inside a dialog, behind which the head lies: only that it was not done, since what is done closes the dialog. */
export function SaidInDialog({ said }: { said: Said | null }) {
  if (said?.tone !== 'bad') return null
  return (
    <Banner tone="bad" live="assertive">
      {said.text}
    </Banner>
  )
}
