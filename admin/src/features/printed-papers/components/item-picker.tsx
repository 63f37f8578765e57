import { Button, Field, formatNumber, IconButton, Row, SearchInput, Stack } from '@thiso/kit'
import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import Plus from 'lucide-react/icons/plus'
import X from 'lucide-react/icons/x'
import { useState } from 'react'
import { FOUND_MOST, useItemSearch } from '../hooks/use-item-search'
import { usePapersText } from '../hooks/use-papers-text'
import type { PickedItem } from '../paper-draft'
import { PickedLine } from './picked-line'

interface ItemPickerProps {
  items: readonly PickedItem[]
  onChange: (items: PickedItem[]) => void
  error: string | undefined
}

/** Items found by their words and put into a list, whose order is that of an unshuffled paper. */
export function ItemPicker({ items, onChange, error }: ItemPickerProps) {
  const t = usePapersText()
  const { typed, setTyped, q, found } = useItemSearch()
  const [said, setSaid] = useState('')
  const rows = (q && found.data?.rows) || []
  const isChosen = (id: string) => items.some((item) => item.id === id)
  const add = ({ id, code, bankId, type, topic, level, stemText }: PickedItem) => {
    onChange([...items, { id, code, bankId, type, topic, level, stemText }])
    setSaid(t('picker.added', { code }))
  }
  const remove = (item: PickedItem) => {
    onChange(items.filter(({ id }) => id !== item.id))
    setSaid(t('picker.removed', { code: item.code }))
  }
  const move = (from: number, to: number) => {
    const moved = [...items]
    moved.splice(to, 0, ...moved.splice(from, 1))
    onChange(moved)
  }
  const left = (found.data?.total ?? 0) - FOUND_MOST

  return (
    <Stack gap={4}>
      <SearchInput
        label={t('picker.search')}
        hideLabel={false}
        hint={t('picker.searchHint')}
        value={typed}
        onChange={setTyped}
        maxLength={200}
      />
      {q !== '' && (
        <section aria-label={t('picker.results')} className="papers-found">
          {found.error ? (
            <p className="ts-field-error" role="alert">
              {t('picker.failed')}
            </p>
          ) : rows.length === 0 && !found.isFetching ? (
            <p className="ts-quiet-text" role="status">
              {t('picker.none')}
            </p>
          ) : (
            <ul className="papers-lines">
              {rows.map((row) => (
                <PickedLine
                  key={row.id}
                  item={row}
                  actions={
                    <Button
                      size="small"
                      icon={Plus}
                      disabled={isChosen(row.id)}
                      aria-label={t('picker.add', { code: row.code })}
                      onClick={() => add(row)}
                    >
                      {t('picker.addShort')}
                    </Button>
                  }
                />
              ))}
            </ul>
          )}
          {left > 0 && (
            <p className="ts-quiet-text ts-small">{t('picker.more', { count: left, shown: formatNumber(left) })}</p>
          )}
        </section>
      )}
      <Field
        group
        label={t('picker.chosen', { count: items.length, shown: formatNumber(items.length) })}
        error={error}
        required
      >
        {() =>
          items.length === 0 ? (
            <p className="ts-quiet-text">{t('picker.nothing')}</p>
          ) : (
            <ol className="papers-lines">
              {items.map((item, index) => (
                <PickedLine
                  key={item.id}
                  item={item}
                  number={index + 1}
                  actions={
                    <Row gap={0} nowrap>
                      <IconButton
                        icon={ArrowUp}
                        label={t('picker.up', { code: item.code })}
                        disabled={index === 0}
                        onClick={() => move(index, index - 1)}
                      />
                      <IconButton
                        icon={ArrowDown}
                        label={t('picker.down', { code: item.code })}
                        disabled={index === items.length - 1}
                        onClick={() => move(index, index + 1)}
                      />
                      <IconButton
                        icon={X}
                        label={t('picker.remove', { code: item.code })}
                        onClick={() => remove(item)}
                      />
                    </Row>
                  }
                />
              ))}
            </ol>
          )
        }
      </Field>
      <p className="ts-hidden" role="status">
        {said}
      </p>
    </Stack>
  )
}
