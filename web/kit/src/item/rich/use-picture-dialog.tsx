import { type ReactNode, useState } from 'react'
import { PictureDialog } from './PictureDialog'
import type { PictureProps } from './picture-props'

/** A picture shown large: the act that opens it, and what is then on screen. */
export function usePictureDialog(picture: PictureProps): [open: () => void, shown: ReactNode] {
  const [isOpen, setOpen] = useState(false)
  return [() => setOpen(true), isOpen && <PictureDialog {...picture} onClose={() => setOpen(false)} />]
}
