import { Button, IconButton, TextInput } from '@thiso/kit'
import Plus from 'lucide-react/icons/plus'
import Trash from 'lucide-react/icons/trash-2'
import { useItemsText } from '../hooks/use-items-text'
import { type DraftSource, emptySource, MAX_SOURCES } from '../item-draft'
import type { FieldsProps } from './fields'

export function SourceFields({ draft, change, errorOf }: FieldsProps) {
  const t = useItemsText()
  const { sources } = draft
  const write = (id: string, changes: Partial<DraftSource>) =>
    change({ sources: sources.map((source) => (source.id === id ? { ...source, ...changes } : source)) })
  return (
    <fieldset className="ts-field">
      <legend className="ts-field-label">{t('editor.sources')}</legend>
      <div className="ts-field-hint">{t('editor.sourcesHint')}</div>
      {sources.map((source, index) => (
        <fieldset key={source.id} className="items-source">
          <legend className="ts-hidden">{t('editor.source', { number: index + 1 })}</legend>
          <TextInput
            id={`item-source:${source.id}`}
            label={t('editor.sourceTitle')}
            value={source.title}
            onChange={(title) => write(source.id, { title })}
            maxLength={300}
            autoComplete="off"
            error={errorOf(`source:${source.id}`)}
          />
          <TextInput
            id={`item-source-url:${source.id}`}
            label={t('editor.sourceUrl')}
            type="url"
            inputMode="url"
            placeholder="https://"
            value={source.url}
            onChange={(url) => write(source.id, { url })}
            maxLength={1000}
            autoComplete="off"
            error={errorOf(`source-url:${source.id}`)}
          />
          <IconButton
            icon={Trash}
            iconSize={18}
            label={t('editor.removeSource', { number: index + 1 })}
            onClick={() => change({ sources: sources.filter((other) => other.id !== source.id) })}
          />
        </fieldset>
      ))}
      {sources.length < MAX_SOURCES && (
        <div>
          <Button
            variant="quiet"
            size="small"
            icon={Plus}
            onClick={() => change({ sources: [...sources, emptySource()] })}
          >
            {t('editor.addSource')}
          </Button>
        </div>
      )}
    </fieldset>
  )
}
