import { Card, Stack } from '@thiso/kit'
import { useProofTexts } from '../texts/use-proof-texts'

/** In plain words what all of this shows, and what it cannot. */
export function MeansCard() {
  const t = useProofTexts()
  return (
    <Card title={t('means.title')}>
      <Stack>
        <ul className="proof-list">
          {(['yes1', 'yes2', 'yes3'] as const).map((line) => (
            <li key={line}>{t(`means.${line}`)}</li>
          ))}
        </ul>
        <h3>{t('means.noTitle')}</h3>
        <ul className="proof-list">
          {(['no1', 'no2', 'no3'] as const).map((line) => (
            <li key={line}>{t(`means.${line}`)}</li>
          ))}
        </ul>
      </Stack>
    </Card>
  )
}
