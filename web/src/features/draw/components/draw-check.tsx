import { Card, CopyButton, Stack } from '@thiso/kit'
import { addressOf, type Draw } from '../draw'
import { useDrawTexts } from '../texts/use-draw-texts'

/** The script of the guide, which shares no code with the platform. */
const SCRIPT = new URL('../../../../../docs/huong-dan/boc-tham.mjs', import.meta.url).href

/** How anybody repeats the draw, with a file or by hand. */
export function DrawCheck({ draw }: { draw: Draw }) {
  const t = useDrawTexts()
  const command = `node boc-tham.mjs ${window.location.origin}${addressOf(draw)}`
  return (
    <Card title={t('how')}>
      <Stack>
        <p>
          {t('script')}{' '}
          <a href={SCRIPT} download="boc-tham.mjs">
            {t('scriptFile')}
          </a>
        </p>
        <div>
          <span className="ts-quiet-text ts-small">{t('command')}</span>
          <code className="draw-value">{command}</code>
          <CopyButton text={command} size="small" variant="quiet" />
        </div>
        <p>{t('byHand')}</p>
        <ol className="draw-steps">
          {(['how1', 'how2', 'how3', 'how4', 'how5'] as const).map((step) => (
            <li key={step}>{t(step)}</li>
          ))}
          <li>{t(draw.kind === 'units' ? 'how6.units' : 'how6.people')}</li>
        </ol>
      </Stack>
    </Card>
  )
}
