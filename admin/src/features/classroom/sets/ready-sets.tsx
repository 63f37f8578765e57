import { TOPICS } from '@thiso/contracts/vocab'
import { Card, Field, LinkButton, RadioGroup, Stack } from '@thiso/kit'
import { useState } from 'react'
import { useCommon } from '../../../lib/common'
import { BANDS, gradeOf, keepBand, lastBand } from './bands'
import { useSetsText } from './use-sets-text'

/** Two taps to a set: the level of the class, then a topic. */
export function ReadySets() {
  const t = useSetsText()
  const common = useCommon()
  const [band, setBand] = useState(lastBand)
  const to = (topic: string) => `/bo-cau-hoi/moi?khoi=${gradeOf(band)}&chu-de=${topic}`
  return (
    <Card title={t('ready.title')}>
      <Stack gap={4}>
        <p className="ts-quiet-text">{t('ready.lead')}</p>
        <RadioGroup
          look="segments"
          label={t('ready.level')}
          options={BANDS.map(({ name }) => ({ value: name, label: t(`ready.band.${name}`) }))}
          value={band}
          onChange={(next) => {
            setBand(next)
            keepBand(next)
          }}
        />
        <Field group label={t('ready.topics')}>
          {() => (
            <div className="sets-topics">
              {TOPICS.map((topic) => (
                <LinkButton key={topic} size="small" to={to(topic)}>
                  {common(`topic.${topic}`)}
                </LinkButton>
              ))}
              <LinkButton size="small" to={to('')}>
                {t('ready.mixed')}
              </LinkButton>
            </div>
          )}
        </Field>
      </Stack>
    </Card>
  )
}
