import Check from 'lucide-react/icons/check'
import Maximize2 from 'lucide-react/icons/maximize-2'
import { IconButton } from '../../action/Button'
import { Icon } from '../../layout/Icon'
import { classes } from '../../layout/classes'
import { type Part, letterOf, wordsIn } from '../item'
import { picturesIn, richTree } from '../rich/kept'
import { type PictureProps, pictureOf } from '../rich/picture-props'
import { RichText } from '../rich/RichText'
import { usePictureDialog } from '../rich/use-picture-dialog'
import type { PlayerProps } from './player'

interface OptionCardProps extends Pick<PlayerProps, 'isLocked' | 'language' | 'texts'> {
  kind: 'radio' | 'checkbox'
  name: string
  option: Part
  index: number
  mark: 'none' | 'chosen' | 'saved'
  onChange: () => void
}

/** A whole card to tap, a real radio or box inside. It takes its colour at once and its tick when the answer is stored. */
export function OptionCard(props: OptionCardProps) {
  const { kind, name, option, index, mark, isLocked, language, texts, onChange } = props
  const letter = letterOf(index)
  const pictures = picturesIn(richTree(wordsIn(option.text, language).words))
  return (
    <div className={classes('ts-option', mark !== 'none' && 'ts-option-chosen')} data-mark={mark}>
      <label>
        <input
          type={kind}
          name={name}
          value={option.token}
          checked={mark !== 'none'}
          disabled={isLocked}
          data-option={letter}
          onChange={onChange}
        />
        <span className="ts-option-letter">{letter}</span>
        <span className="ts-hidden">. </span>
        <RichText text={option.text} language={language} look="inline" className="ts-option-text" />
        <span className="ts-option-tick">
          {mark === 'saved' && (
            <>
              <Icon of={Check} size={20} />
              <span className="ts-hidden" lang={language}>
                , {texts.saved}
              </span>
            </>
          )}
        </span>
      </label>
      {/* Beside the label, not in it: what is tapped there must not choose the option. */}
      {pictures.map((picture) => (
        <Enlarge
          key={picture.attributes['src']}
          label={texts.enlargeOption(letter)}
          picture={pictureOf(picture.attributes, language)}
        />
      ))}
    </div>
  )
}

function Enlarge({ label, picture }: { label: string; picture: PictureProps }) {
  const [open, dialog] = usePictureDialog(picture)
  return (
    <>
      <IconButton icon={Maximize2} label={label} variant="secondary" className="ts-option-enlarge" onClick={open} />
      {dialog}
    </>
  )
}
