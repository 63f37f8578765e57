import ZoomIn from 'lucide-react/icons/zoom-in'
import ZoomOut from 'lucide-react/icons/zoom-out'
import { useState } from 'react'
import { createPortal } from 'react-dom'
import { Button } from '../../action/Button'
import { Dialog } from '../../dialog/Dialog'
import { itemTexts } from '../texts/item-texts'
import { addressOf, type PictureProps } from './picture-props'

const STEPS = [1, 1.5, 2, 3, 4]
/** On a phone a picture that merely fits is no larger than it was. */
const firstStep = () => (window.innerWidth < 640 ? 2 : 0)

export function PictureDialog({ id, alt, size, language, onClose }: PictureProps & { onClose: () => void }) {
  const texts = itemTexts(language)
  const [step, setStep] = useState(firstStep)
  // A picture may stand in a paragraph, and no dialog may.
  return createPortal(
    <Dialog
      open
      size="large"
      className="ts-picture"
      title={alt || texts.picture}
      onClose={onClose}
      actions={
        <>
          <Button icon={ZoomOut} disabled={step === 0} onClick={() => setStep(step - 1)}>
            {texts.smaller}
          </Button>
          <Button icon={ZoomIn} disabled={step === STEPS.length - 1} onClick={() => setStep(step + 1)}>
            {texts.larger}
          </Button>
        </>
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys push the picture about */}
      <section className="ts-picture-frame" aria-label={alt || texts.picture} tabIndex={0}>
        <img
          src={addressOf(id)}
          alt={alt}
          width={size?.width}
          height={size?.height}
          style={{ width: `${(STEPS[step] ?? 1) * 100}%` }}
          draggable={false}
        />
      </section>
    </Dialog>,
    document.body,
  )
}
