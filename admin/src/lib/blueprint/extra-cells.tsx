import {
  COGNITIVE_LEVELS,
  type CognitiveLevel,
  ITEM_TYPES,
  type ItemType,
  TOPICS,
  type Topic,
} from '@thiso/contracts/vocab'
import { Button, formatNumber, NumberInput, Select } from '@thiso/kit'
import Plus from 'lucide-react/icons/plus'
import Trash from 'lucide-react/icons/trash-2'
import { useCommon } from '../common'
import { useBankWords } from '../item-bank/use-words'
import { MOST_PER_CELL } from './counts'
import { type Design, type ExtraCell, nextRow } from './design'
import { LEAST_POINTS, MOST_POINTS } from './limits'
import { useBlueprintText } from './use-blueprint-text'
import './extra-cells.css'

/** Of a place: how many items may be drawn, and of which types. */
export interface TypedCell {
  topic: Topic
  level: CognitiveLevel
  usableCount: number
  types: { type: ItemType; usableCount: number }[]
}

interface ExtraCellsProps {
  design: Design
  usable: readonly TypedCell[] | undefined
  disabled?: boolean
  onChange: (extra: ExtraCell[]) => void
}

const ANY = 'any'
export const extraCellId = (id: number) => `extra-cell-${id}`

/** Rows beneath the matrix: items of a certain type, or of other points than their level's. */
export function ExtraCells({ design, usable, disabled, onChange }: ExtraCellsProps) {
  const t = useBlueprintText()
  const { extra } = design
  const add = () => {
    const last = extra.at(-1)
    const like = last ?? { topic: TOPICS[0], level: COGNITIVE_LEVELS[0], type: ITEM_TYPES[1] }
    onChange([...extra, nextRow(design, { topic: like.topic, level: like.level, type: like.type })])
  }
  return (
    <section className="ad-extra" aria-label={t('extra')}>
      <h3 className="ad-extra-title">{t('extra')}</h3>
      <p className="ts-quiet-text ts-small">{t('extraLead')}</p>
      {extra.map((row, index) => (
        <ExtraRow
          key={row.id}
          row={row}
          number={index + 1}
          usable={usable}
          disabled={disabled}
          onChange={(part) => onChange(extra.map((each) => (each.id === row.id ? { ...each, ...part } : each)))}
          onRemove={() => onChange(extra.filter(({ id }) => id !== row.id))}
        />
      ))}
      {!disabled && (
        <div>
          <Button size="small" icon={Plus} onClick={add}>
            {t('addExtra')}
          </Button>
        </div>
      )}
    </section>
  )
}

interface ExtraRowProps {
  row: ExtraCell
  number: number
  usable: readonly TypedCell[] | undefined
  disabled: boolean | undefined
  onChange: (part: Partial<ExtraCell>) => void
  onRemove: () => void
}

function ExtraRow({ row, number, usable, disabled, onChange, onRemove }: ExtraRowProps) {
  const t = useBlueprintText()
  const common = useCommon()
  const words = useBankWords()
  const place = usable?.find(({ topic, level }) => topic === row.topic && level === row.level)
  const has =
    row.type === null ? place?.usableCount : (place?.types.find(({ type }) => type === row.type)?.usableCount ?? 0)
  const missing = place && row.count > (has ?? 0)
  return (
    <fieldset className="ad-extra-row" disabled={disabled}>
      <legend className="ts-hidden">{t('extraRow', { number })}</legend>
      <Select<Topic>
        label={t('topic')}
        value={row.topic}
        options={TOPICS.map((topic) => ({ value: topic, label: common(`topic.${topic}`) }))}
        onChange={(topic) => onChange({ topic })}
      />
      <Select<CognitiveLevel>
        label={t('level')}
        value={row.level}
        options={COGNITIVE_LEVELS.map((level) => ({ value: level, label: common(`level.${level}`) }))}
        onChange={(level) => onChange({ level })}
      />
      <Select<ItemType | typeof ANY>
        label={t('type')}
        value={row.type ?? ANY}
        options={[
          ...ITEM_TYPES.map((type) => ({ value: type, label: words(`type.${type}`) })),
          { value: ANY, label: t('anyType') },
        ]}
        onChange={(type) => onChange({ type: type === ANY ? null : type })}
      />
      <div id={extraCellId(row.id)} tabIndex={-1}>
        <NumberInput
          label={t('count')}
          value={row.count}
          min={0}
          max={MOST_PER_CELL}
          disabled={disabled}
          error={missing ? t('missing', { count: formatNumber(row.count - (has ?? 0)) }) : undefined}
          hint={place && !missing ? t('usable', { count: formatNumber(has ?? 0) }) : undefined}
          onChange={(count) => onChange({ count: count ?? 0 })}
        />
      </div>
      <NumberInput
        label={t('points')}
        value={row.points}
        min={LEAST_POINTS}
        max={MOST_POINTS}
        decimals={2}
        disabled={disabled}
        onChange={(points) => onChange({ points: points ?? 1 })}
      />
      {!disabled && (
        <Button
          variant="quiet"
          size="small"
          icon={Trash}
          aria-label={t('removeExtraNamed', { number })}
          onClick={onRemove}
        >
          {t('removeExtra')}
        </Button>
      )}
    </fieldset>
  )
}
