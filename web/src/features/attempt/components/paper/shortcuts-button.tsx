import { Button } from '@thiso/kit'
import Keyboard from 'lucide-react/icons/keyboard'
import { useState } from 'react'
import { useAttemptTexts } from '../../texts/use-attempt-texts'
import { ShortcutsDialog } from './shortcuts-dialog'

/** Shown where there is likely a keyboard: on screens with a fine pointer. */
export function ShortcutsButton({ isOn, onSwitch }: { isOn: boolean; onSwitch: (isOn: boolean) => void }) {
  const t = useAttemptTexts()
  const [isOpen, setOpen] = useState(false)
  return (
    <div className="at-shortcuts">
      <Button variant="quiet" size="small" icon={Keyboard} onClick={() => setOpen(true)}>
        {t('paper.shortcuts')}
      </Button>
      <ShortcutsDialog open={isOpen} isOn={isOn} onSwitch={onSwitch} onClose={() => setOpen(false)} />
    </div>
  )
}
