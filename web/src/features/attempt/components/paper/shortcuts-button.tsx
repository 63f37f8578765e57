import { Button } from '@thiso/kit'
import Keyboard from 'lucide-react/icons/keyboard'
import { useState } from 'react'
import { useAhead } from '../../hooks/use-ahead'
import { useAttemptTexts } from '../../texts/use-attempt-texts'

type Dialog = typeof import('./shortcuts-dialog').ShortcutsDialog

const load = () => import('./shortcuts-dialog')
/** As the style sheet shows the button: a phone need not fetch what it never shows. */
const hasKeyboard = () => window.matchMedia('(hover: hover) and (pointer: fine)').matches

/** Shown where there is likely a keyboard: on screens with a fine pointer. */
export function ShortcutsButton({ isOn, onSwitch }: { isOn: boolean; onSwitch: (isOn: boolean) => void }) {
  const t = useAttemptTexts()
  const [shown, setShown] = useState<{ Dialog: Dialog } | null>(null)
  useAhead(load, hasKeyboard())
  // Without network it may not come; the paper itself must not suffer from that.
  const open = () =>
    void load().then(
      ({ ShortcutsDialog }) => setShown({ Dialog: ShortcutsDialog }),
      () => undefined,
    )
  return (
    <div className="at-shortcuts">
      <Button variant="quiet" size="small" icon={Keyboard} onClick={open}>
        {t('paper.shortcuts')}
      </Button>
      {shown && <shown.Dialog open isOn={isOn} onSwitch={onSwitch} onClose={() => setShown(null)} />}
    </div>
  )
}
