import ExternalLink from 'lucide-react/icons/external-link'
import { type ReactNode, createElement } from 'react'
import { Icon } from '../../layout/Icon'
import { classes } from '../../layout/classes'
import type { Locale } from '../../text/format'
import '../../styles/rich.css'
import { type Localized, wordsIn } from '../item'
import { itemTexts } from '../texts/item-texts'
import { type RichElement, type RichNode, richTree } from './kept'
import { Picture } from './Picture'
import { pictureOf } from './picture-props'
import { ScrollBox } from './ScrollBox'

export interface RichTextProps {
  text: Localized
  /** The reader's language; a text that is not written in it is shown and marked as Vietnamese. */
  language: Locale
  /** 'inline' stands inside a label: no buttons of its own. */
  look?: 'block' | 'inline'
  id?: string
  className?: string
}

/** A limited rich text of an item, made element by element from what the list in kept.ts lets through. */
export function RichText({ text, language, look = 'block', id, className }: RichTextProps) {
  const { words, lang } = wordsIn(text, language)
  const nodes = richTree(words)
  const isPlain = nodes.length === 1 && typeof nodes[0] === 'string'
  const Tag = look === 'block' ? 'div' : 'span'
  return (
    <Tag id={id} lang={lang} className={classes('ts-rich', `ts-rich-${look}`, isPlain && 'ts-rich-plain', className)}>
      {shown(nodes, { language, look })}
    </Tag>
  )
}

interface Setting {
  language: Locale
  look: 'block' | 'inline'
}

const shown = (nodes: readonly RichNode[], setting: Setting): ReactNode[] =>
  nodes.map((node, index) => (typeof node === 'string' ? node : elementOf(node, setting, index)))

/** React's names for the attributes that it calls otherwise. */
const REACT_NAME: Record<string, string> = { colspan: 'colSpan', rowspan: 'rowSpan' }

function elementOf({ tag, attributes, children }: RichElement, setting: Setting, key: number): ReactNode {
  const texts = itemTexts(setting.language)
  const inside = shown(children, setting)
  switch (tag) {
    case 'img':
      return <Picture key={key} {...pictureOf(attributes, setting.language)} isOpenable={setting.look === 'block'} />
    case 'audio':
      return (
        <span key={key} className="ts-rich-audio">
          {attributes['title'] && <span>{attributes['title']}</span>}
          {/* biome-ignore lint/a11y/useMediaCaption: what is said in a recording is what the item asks about */}
          <audio
            controls
            preload="metadata"
            src={`/api/media/${attributes['src']}`}
            aria-label={attributes['title'] || texts.recording}
          />
        </span>
      )
    case 'a':
      return (
        <a key={key} href={attributes['href']} target="_blank" rel="noopener noreferrer" lang={attributes['lang']}>
          {inside}
          <Icon of={ExternalLink} size={14} className="ts-rich-away" />
          <span className="ts-hidden"> ({texts.newTab})</span>
        </a>
      )
    case 'table':
      return (
        <ScrollBox key={key} label={texts.table}>
          {createElement(tag, attributes, ...inside)}
        </ScrollBox>
      )
    case 'p':
      // A label takes no paragraphs; a line of its own looks the same.
      if (setting.look === 'inline')
        return createElement('span', { key, ...attributes, className: 'ts-rich-line' }, ...inside)
      break
    case 'math':
      if (attributes['display'] === 'block') {
        return (
          <ScrollBox key={key} label={texts.formula} isLine={setting.look === 'inline'}>
            {createElement(tag, attributes, ...inside)}
          </ScrollBox>
        )
      }
  }
  const props: Record<string, unknown> = { key }
  for (const [name, value] of Object.entries(attributes)) props[REACT_NAME[name] ?? name] = value
  return createElement(tag, props, ...inside)
}
