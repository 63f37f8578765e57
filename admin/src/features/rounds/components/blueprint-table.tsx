import { COGNITIVE_LEVELS, TOPICS } from '@thiso/contracts/vocab'
import { Card, formatNumber, Stack } from '@thiso/kit'
import { cellKey } from '../../../lib/blueprint/counts'
import { designOf, itemsOf, pointsOf } from '../../../lib/blueprint/design'
import { useBlueprintText } from '../../../lib/blueprint/use-blueprint-text'
import { useCellLevel } from '../../../lib/blueprint/use-cell-level'
import { useCommon } from '../../../lib/common'
import type { AdminRound } from '../../../lib/contest-queries'
import './blueprint-table.css'

/** The blueprint to read: only topics and levels that are asked for; cells of a type beneath. */
export function BlueprintTable({ blueprint }: { blueprint: AdminRound['blueprint'] }) {
  const t = useBlueprintText()
  const common = useCommon()
  const levelOf = useCellLevel()
  const design = designOf(blueprint.filter((cell) => cell.count > 0))
  const { counts, levelPoints, extra } = design
  const countOf = (topic: (typeof TOPICS)[number], level: (typeof COGNITIVE_LEVELS)[number]) =>
    counts[cellKey(topic, level)] ?? 0
  const topics = TOPICS.filter((topic) => COGNITIVE_LEVELS.some((level) => countOf(topic, level) > 0))
  const levels = COGNITIVE_LEVELS.filter((level) => TOPICS.some((topic) => countOf(topic, level) > 0))
  const sum = (ofTopics: readonly (typeof TOPICS)[number][], ofLevels: readonly (typeof COGNITIVE_LEVELS)[number][]) =>
    formatNumber(
      ofTopics.reduce((all, topic) => all + ofLevels.reduce((row, level) => row + countOf(topic, level), 0), 0),
    )

  return (
    <Card title={t('title')}>
      <Stack gap={3}>
        {topics.length > 0 && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable without a mouse
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
                      <td key={level}>{formatNumber(countOf(topic, level))}</td>
                    ))}
                    <td>
                      <strong>{sum([topic], levels)}</strong>
                    </td>
                  </tr>
                ))}
              </tbody>
              <tfoot>
                <tr>
                  <th scope="row">{t('total')}</th>
                  {levels.map((level) => (
                    <td key={level}>{sum(topics, [level])}</td>
                  ))}
                  <td>
                    <strong>{sum(topics, levels)}</strong>
                  </td>
                </tr>
              </tfoot>
            </table>
          </section>
        )}
        {extra.length > 0 && (
          <ul className="ad-blueprint-extra" aria-label={t('extra')}>
            {extra.map((cell) => (
              <li key={cell.id}>
                {t('extraLine', {
                  topic: common(`topic.${cell.topic}`),
                  level: levelOf(cell),
                  count: formatNumber(cell.count),
                  points: formatNumber(cell.points),
                })}
              </li>
            ))}
          </ul>
        )}
        {levels.some((level) => levelPoints[level] !== 1) && (
          <p>
            {t('pointsLine', {
              levels: levels
                .map((level) =>
                  t('pointsOfLevel', { level: common(`level.${level}`), points: formatNumber(levelPoints[level]) }),
                )
                .join(', '),
            })}
          </p>
        )}
        <p className="ts-quiet-text">
          {t('sum', { items: formatNumber(itemsOf(design)), points: formatNumber(pointsOf(design)) })}
        </p>
      </Stack>
    </Card>
  )
}
