import Maximize2 from 'lucide-react/icons/maximize-2'
import ZoomIn from 'lucide-react/icons/zoom-in'
import ZoomOut from 'lucide-react/icons/zoom-out'
import { useState } from 'react'
import { createPortal } from 'react-dom'
import { Button } from '../../action/Button'
import { Dialog } from '../../dialog/Dialog'
import { Icon } from '../../layout/Icon'
import type { Locale } from '../../text/format'
import { itemTexts } from '../texts/item-texts'

export interface PictureProps {
  /** Of the medium. */
  id: string
  alt: string
  /** In px, where it is known: then its place has its shape before it comes, otherwise a usual one. */
  size: { width: number; height: number } | null
  language: Locale
}

const addressOf = (id: string) => `/api/media/${id}`

/** A picture that fits its column; with `isOpenable` a button that shows it large. */
export function Picture({ isOpenable, ...picture }: PictureProps & { isOpenable: boolean }) {
  const { id, alt, size, language } = picture
  const [isOpen, setOpen] = useState(false)
  const image = (
    <img
      className="ts-rich-picture"
      src={addressOf(id)}
      alt={alt}
      width={size?.width}
      height={size?.height}
      data-shape={size ? undefined : 'unknown'}
      decoding="async"
      draggable={false}
    />
  )
  if (!isOpenable) return image
  return (
    <>
      <button type="button" className="ts-rich-open" onClick={() => setOpen(true)}>
        {image}
        <span className="ts-rich-enlarge">
          <Icon of={Maximize2} size={18} />
          <span className="ts-hidden">{itemTexts(language).enlarge}</span>
        </span>
      </button>
      {isOpen && <PictureDialog {...picture} onClose={() => setOpen(false)} />}
    </>
  )
}

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
