import { COGNITIVE_LEVELS, TOPICS } from '@thiso/contracts/vocab'
import { formatNumber } from '@thiso/kit'
import { useCommon } from '../common'
import { BlueprintCell } from './blueprint-cell'
import { type CellKey, type Counts, cellKey, totalOf, type UsableCell } from './counts'
import { useBlueprintText } from './use-blueprint-text'
import './blueprint-matrix.css'

interface BlueprintMatrixProps {
  counts: Counts
  usable: readonly UsableCell[] | undefined
  disabled?: boolean
  onChange: (counts: Counts) => void
}

export const cellId = (key: CellKey) => `cell-${key.replace('/', '-')}`

/** Topic × level, a small number field in each cell; on a phone each topic becomes a block of four fields. */
export function BlueprintMatrix({ counts, usable, disabled, onChange }: BlueprintMatrixProps) {
  const t = useBlueprintText()
  const common = useCommon()
  const has = new Map(usable?.map((cell) => [cellKey(cell.topic, cell.level), cell.usableCount]))
  const sum = (keys: CellKey[]) => formatNumber(keys.reduce((all, key) => all + (counts[key] ?? 0), 0))

  return (
    <table className="ad-matrix">
      <caption className="ts-hidden">{t('caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('topic')}</th>
          {COGNITIVE_LEVELS.map((level) => (
            <th key={level} scope="col">
              {common(`level.${level}`)}
            </th>
          ))}
          <th scope="col" className="ad-matrix-sum">
            {t('total')}
          </th>
        </tr>
      </thead>
      <tbody>
        {TOPICS.map((topic) => (
          <tr key={topic}>
            <th scope="row">{common(`topic.${topic}`)}</th>
            {COGNITIVE_LEVELS.map((level) => {
              const key = cellKey(topic, level)
              return (
                <td key={level}>
                  <BlueprintCell
                    id={cellId(key)}
                    label={t('cell', { topic: common(`topic.${topic}`), level: common(`level.${level}`) })}
                    level={common(`level.${level}`)}
                    count={counts[key] ?? 0}
                    usable={usable && (has.get(key) ?? 0)}
                    disabled={disabled}
                    onChange={(count) => onChange({ ...counts, [key]: count })}
                  />
                </td>
              )
            })}
            <td className="ad-matrix-sum ts-number">{sum(COGNITIVE_LEVELS.map((level) => cellKey(topic, level)))}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('all')}</th>
          {COGNITIVE_LEVELS.map((level) => (
            <td key={level} className="ad-matrix-column ts-number">
              {sum(TOPICS.map((topic) => cellKey(topic, level)))}
            </td>
          ))}
          <td className="ad-matrix-sum ad-matrix-all ts-number">{formatNumber(totalOf(counts))}</td>
        </tr>
      </tfoot>
    </table>
  )
}
