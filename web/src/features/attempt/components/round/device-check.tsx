import { Icon } from '@thiso/kit'
import CircleCheck from 'lucide-react/icons/circle-check'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { formatNumber } from '@thiso/kit'
import { useDeviceCheck } from '../../hooks/use-device-check'
import { useAttemptTexts } from '../../texts/use-attempt-texts'

const SLOW_MS = 1_500

/** Says before the clock runs whether this phone and this network are up to it. */
export function DeviceCheck() {
  const t = useAttemptTexts()
  const { keeps, tripMs } = useDeviceCheck()
  const isSlow = tripMs === 'none' || (tripMs !== null && tripMs > SLOW_MS)
  const network =
    tripMs === 'none'
      ? t('round.device.networkNone')
      : isSlow
        ? t('round.device.networkSlow', { seconds: formatNumber((tripMs ?? 0) / 1000, { maximumFractionDigits: 1 }) })
        : t('round.device.network', { ms: tripMs ?? 0 })
  return (
    <section className="at-device" aria-labelledby="may-nay">
      <h2 id="may-nay">{t('round.device.title')}</h2>
      {keeps === null || tripMs === null ? (
        <p className="ts-quiet-text">{t('round.device.checking')}</p>
      ) : (
        <ul>
          <Finding isGood={keeps} text={t(keeps ? 'round.device.keeps' : 'round.device.keepsNot')} />
          <Finding isGood={!isSlow} text={network} />
        </ul>
      )}
    </section>
  )
}

function Finding({ isGood, text }: { isGood: boolean; text: string }) {
  return (
    <li data-good={isGood}>
      <Icon of={isGood ? CircleCheck : TriangleAlert} size={20} />
      <span>{text}</span>
    </li>
  )
}
