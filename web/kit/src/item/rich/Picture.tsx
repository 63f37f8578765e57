import Maximize2 from 'lucide-react/icons/maximize-2'
import { Icon } from '../../layout/Icon'
import { itemTexts } from '../texts/item-texts'
import { addressOf, type PictureProps } from './picture-props'
import { usePictureDialog } from './use-picture-dialog'

/** A picture that fits its column; with `isOpenable` a button that shows it large. */
export function Picture({ isOpenable, ...picture }: PictureProps & { isOpenable: boolean }) {
  const { id, alt, size, language } = picture
  const [open, dialog] = usePictureDialog(picture)
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
      <button type="button" className="ts-rich-open" onClick={open}>
        {image}
        <span className="ts-rich-enlarge">
          <Icon of={Maximize2} size={18} />
          <span className="ts-hidden">{itemTexts(language).enlarge}</span>
        </span>
      </button>
      {dialog}
    </>
  )
}
