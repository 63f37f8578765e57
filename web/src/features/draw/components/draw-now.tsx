import { Badge, Banner, Card, formatDateTime } from '@thiso/kit'
import { type Draw, sourceName } from '../draw'
import { useDrawTexts } from '../texts/use-draw-texts'

/** Where the draw stands in one sentence: what it waits for, or that it is done. */
export function DrawNow({ draw }: { draw: Draw }) {
  const t = useDrawTexts()
  const { kind, state, source, drawnAt } = draw
  const name = sourceName(draw, t)
  return (
    <Card
      title={t('now.title')}
      actions={<Badge tone={state === 'drawn' ? 'good' : 'blue'}>{t(`state.${state}`)}</Badge>}
    >
      {!source ? (
        <p>{t(`now.${kind}`)}</p>
      ) : drawnAt ? (
        <p>{t('now.drawn', { at: formatDateTime(drawnAt), source: name })}</p>
      ) : (
        <Banner tone="info" live="polite">
          {state === 'entered'
            ? t('now.entered', { source: name })
            : t(Date.parse(source.dueAt) > Date.now() ? 'now.waits' : 'now.due', {
                source: name,
                at: formatDateTime(source.dueAt, true),
              })}
        </Banner>
      )}
    </Card>
  )
}
