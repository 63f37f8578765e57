import { Banner, Card, formatNumber, Stack, StatTile } from '@thiso/kit'
import { type Analysis, coefficient, meaningOf, percent } from '../figures'
import { useAnalysisText } from '../use-analysis-text'

/** The figures of the whole test, and in one sentence what its reliability means. */
export function TestSummary({ found: { test, warnings } }: { found: Analysis }) {
  const t = useAnalysisText()
  const { coefficient: reliability, kind } = test.reliability
  const points = (value: number | null) => (value === null ? t('summary.unknown') : formatNumber(value))
  const perfect = test.personCount > 0 ? (100 * test.perfectCount) / test.personCount : 0
  return (
    <Card title={t('summary.title')}>
      <Stack>
        <div className="analysis-tiles">
          <StatTile
            label={t('summary.people')}
            value={test.personCount}
            hint={t('summary.items', { count: test.itemCount })}
          />
          <StatTile
            label={t('summary.mean')}
            value={points(test.mean)}
            hint={
              <>
                {t('summary.of', { max: formatNumber(test.maxTotal), percent: percent(test.meanPercent) })}
                <br />
                {t('summary.median', { value: points(test.median) })}
              </>
            }
          />
          <StatTile
            label={t('summary.sd')}
            value={points(test.sd)}
            hint={t('summary.shape', { skewness: coefficient(test.skewness), kurtosis: coefficient(test.kurtosis) })}
          />
          <StatTile
            label={t('summary.perfect')}
            value={test.perfectCount}
            hint={t('summary.perfectHint', { percent: percent(perfect, 1) })}
          />
          <StatTile label={t('summary.reliability')} value={coefficient(reliability)} hint={t(`summary.${kind}`)} />
          <StatTile
            label={t('summary.error')}
            value={points(test.standardError)}
            hint={test.standardError === null ? undefined : t('summary.errorHint')}
          />
        </div>
        <p>{t(`summary.meaning.${meaningOf(reliability)}`)}</p>
        {warnings.map((warning) => (
          <Banner key={warning} tone="info">
            {t(`warning.${warning}`)}
          </Banner>
        ))}
      </Stack>
    </Card>
  )
}
