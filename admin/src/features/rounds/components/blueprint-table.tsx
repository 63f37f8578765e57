import { COGNITIVE_LEVELS, TOPICS } from '@thiso/contracts/vocab'
import { Card, formatNumber } from '@thiso/kit'
import { useCommon } from '../../../lib/common'
import type { AdminRound } from '../../../lib/contest-queries'
import { cellKey, countsOf } from '../../../lib/blueprint/counts'
import { useBlueprintText } from '../../../lib/blueprint/use-blueprint-text'
import './blueprint-table.css'

/** The blueprint to read: only topics and levels that are asked for. */
export function BlueprintTable({ blueprint }: { blueprint: AdminRound['blueprint'] }) {
  const t = useBlueprintText()
  const common = useCommon()
  const counts = countsOf(blueprint)
  const asked = blueprint.filter((cell) => cell.count > 0)
  const topics = TOPICS.filter((topic) => asked.some((cell) => cell.topic === topic))
  const levels = COGNITIVE_LEVELS.filter((level) => asked.some((cell) => cell.level === level))
  const sum = (cells: typeof asked) => formatNumber(cells.reduce((all, cell) => all + cell.count, 0))

  return (
    <Card title={t('title')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable without a mouse */}
      <section className="ad-blueprint" tabIndex={0} aria-label={t('caption')}>
        <table>
          <caption className="ts-hidden">{t('caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('topic')}</th>
              {levels.map((level) => (
                <th key={level} scope="col">
                  {common(`level.${level}`)}
                </th>
              ))}
              <th scope="col">{t('total')}</th>
            </tr>
          </thead>
          <tbody>
            {topics.map((topic) => (
              <tr key={topic}>
                <th scope="row">{common(`topic.${topic}`)}</th>
                {levels.map((level) => (
                  <td key={level}>{formatNumber(counts[cellKey(topic, level)] ?? 0)}</td>
                ))}
                <td>
                  <strong>{sum(asked.filter((cell) => cell.topic === topic))}</strong>
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('total')}</th>
              {levels.map((level) => (
                <td key={level}>{sum(asked.filter((cell) => cell.level === level))}</td>
              ))}
              <td>
                <strong>{sum(asked)}</strong>
              </td>
            </tr>
          </tfoot>
        </table>
      </section>
    </Card>
  )
}
