import { Icon, TextInput } from '@thiso/kit'
import CircleAlert from 'lucide-react/icons/circle-alert'
import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { useDesk } from './desk'
import { editableHtml, type RichShape, tidyHtml } from './rich-html'
import { isBlankHtml, mediaOf, withAlternative } from './rich-media'
import { useRichText } from './use-rich-text'
import './rich.css'

interface RichFieldProps {
  label: string
  hideLabel?: boolean
  hint?: ReactNode
  error?: string | undefined
  id?: string
  required?: boolean
  lang?: 'vi' | 'en'
  shape: RichShape
  /** Limited rich text in its stored form. */
  value: string
  onChange: (html: string) => void
  placeholder?: string
  /** The Enter key in a field of one line; Shift+Enter breaks the line. */
  onEnter?: () => void
  /** Plain text of several lines was pasted into a field of one line: true when it has found its place elsewhere. */
  onPasteLines?: (text: string) => boolean
}

/**
 * A small field for limited rich text. What is typed is plain text; the formatting bar of the RichDesk around it adds the rest.
 * The browser owns the content while one writes: it is read after every change and only replaced by a value from outside.
 */
export function RichField(props: RichFieldProps) {
  const { label, hideLabel, hint, error, required, lang, shape, value, onChange, placeholder } = props
  const made = useId()
  const id = props.id ?? made
  const t = useRichText()
  const desk = useDesk()
  const box = useRef<HTMLDivElement>(null)
  const last = useRef<string | null>(null)

  useEffect(() => {
    const element = box.current
    if (!element || last.current === value) return
    last.current = value
    element.innerHTML = editableHtml(value, shape)
  }, [value, shape])

  const { leave } = desk
  useEffect(() => {
    const element = box.current
    return () => {
      if (element) leave(element)
    }
  }, [leave])

  const read = (isComposing = false) => {
    const element = box.current
    if (!element) return
    const next = tidyHtml(element.innerHTML, shape)
    // What the browser leaves behind in an emptied field would hide its placeholder.
    if (element.textContent === '' && next === '' && element.innerHTML !== '' && !isComposing) element.innerHTML = ''
    if (next === last.current) return
    last.current = next
    onChange(next)
  }

  const keyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'F10' && event.altKey) {
      event.preventDefault()
      document.querySelector<HTMLElement>('.rich-toolbar [tabindex="0"]')?.focus()
    } else if (event.key === 'Enter' && shape === 'line' && !isHeld(event)) {
      event.preventDefault()
      props.onEnter?.()
    }
  }

  const paste = (event: ClipboardEvent) => {
    const { clipboardData } = event
    const picture = [...clipboardData.files].find((file) => file.type.startsWith('image/'))
    const html = clipboardData.getData('text/html')
    const text = clipboardData.getData('text/plain')
    event.preventDefault()
    if (picture && !text.trim()) desk.openTool('media', picture)
    else if (shape === 'line' && /\n\s*\S/.test(text.trim()) && props.onPasteLines?.(text)) return
    else if (html) {
      // Parsed by the browser and written again, so that it is nested rightly whatever program it came from.
      const parsed = new DOMParser().parseFromString(html, 'text/html').body.innerHTML
      document.execCommand('insertHTML', false, editableHtml(tidyHtml(parsed, shape), shape))
    } else if (shape === 'line') document.execCommand('insertText', false, text.replace(/\s*\n\s*/g, ' '))
    else document.execCommand('insertText', false, text)
  }

  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
  const media = mediaOf(value)
  return (
    <div className="ts-field rich-field" data-shape={shape}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: as a label does for a native field; the Tab key needs no help */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the same */}
      <span
        id={`${id}-label`}
        className={hideLabel ? 'ts-hidden' : 'ts-field-label'}
        onClick={() => box.current?.focus()}
      >
        {label}
      </span>
      {hint && (
        <div className="ts-field-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a textarea holds no bold word */}
      <div
        ref={box}
        id={id}
        className="ts-input rich-box"
        role="textbox"
        tabIndex={0}
        contentEditable
        suppressContentEditableWarning
        spellCheck={false}
        lang={lang}
        aria-multiline={shape === 'blocks'}
        aria-labelledby={`${id}-label`}
        aria-describedby={described}
        aria-invalid={error ? true : undefined}
        aria-required={required || undefined}
        aria-placeholder={placeholder}
        data-placeholder={isBlankHtml(value) ? placeholder : undefined}
        onFocus={(event) => {
          document.execCommand('defaultParagraphSeparator', false, 'p')
          desk.enter({ element: event.currentTarget, shape })
        }}
        onInput={(event) => read((event.nativeEvent as InputEvent).isComposing)}
        onBlur={() => read()}
        onKeyDown={keyDown}
        onPaste={paste}
      />
      {media.map((medium, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same picture may stand twice
        <div key={`${medium.mediaId} ${index}`} className="rich-medium">
          {medium.kind === 'image' && <img src={`/api/media/${medium.mediaId}`} alt="" />}
          <TextInput
            label={t(`medium.${medium.kind}`, { number: index + 1 })}
            lang={lang}
            required
            maxLength={300}
            value={medium.alternative}
            error={medium.alternative.trim() === '' ? t('medium.missing') : undefined}
            onChange={(text) => onChange(withAlternative(value, index, text))}
          />
        </div>
      ))}
      {error && (
        <div className="ts-field-error" id={`${id}-error`}>
          <Icon of={CircleAlert} size={18} />
          <span>{error}</span>
        </div>
      )}
    </div>
  )
}

/** Together with another key, Enter belongs to the browser (a break of the line) or to the page (saving, choosing the key). */
const isHeld = (event: KeyboardEvent) => event.shiftKey || event.ctrlKey || event.metaKey || event.altKey
