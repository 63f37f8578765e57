import { Card, CopyButton, formatDateTime } from '@thiso/kit'
import { type Draw, sourceName } from '../draw'
import { useDrawTexts } from '../texts/use-draw-texts'

type Named = 'commitment' | 'listRoot' | 'entry' | 'randomness' | 'secret' | 'seed'

/** What is fixed one after the other, each with its numbers. */
export function DrawSteps({ draw }: { draw: Draw }) {
  const t = useDrawTexts()
  const { committedAt, namedAt, drawnAt } = draw
  const value = (name: Named) => <Value name={t(`name.${name}`)} value={draw[name]} />
  const at = (moment: string | null) =>
    moment && <p className="ts-quiet-text ts-small">{t('publishedAt', { at: formatDateTime(moment) })}</p>
  return (
    <Card title={t('steps')}>
      <ol className="draw-steps">
        <li>
          <strong>{t('one')}</strong>
          <p>{draw.commitment ? t('oneText') : t('noCommitment')}</p>
          {at(committedAt)}
          {value('commitment')}
          <Value name={t('name.scope')} value={draw.scopeId} />
        </li>
        <li>
          <strong>{t('two')}</strong>
          <p>{namedAt ? t('twoText', { count: draw.listCount ?? 0, source: sourceName(draw, t) }) : t('twoLater')}</p>
          {at(namedAt)}
          {value('listRoot')}
        </li>
        <li>
          <strong>{t('three')}</strong>
          <p>{t(draw.entry ? 'threeText' : 'threeWaits')}</p>
          {value('entry')}
          {value('randomness')}
        </li>
        <li>
          <strong>{t('four')}</strong>
          {!drawnAt && <p>{t('fourLater')}</p>}
          {at(drawnAt)}
          {value('secret')}
          {value('seed')}
        </li>
      </ol>
    </Card>
  )
}

function Value({ name, value }: { name: string; value: string | null }) {
  if (value === null) return null
  return (
    <div>
      <span className="ts-quiet-text ts-small">{name}</span>
      <code className="draw-value">{value}</code>
      <CopyButton text={value} size="small" variant="quiet" />
    </div>
  )
}
