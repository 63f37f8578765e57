import { Banner, Button, formatNumber, LinkButton, Row, Stack, useLocale } from '@thiso/kit'
import Undo from 'lucide-react/icons/undo-2'
import { itemsPath } from '../../../lib/item-bank/item-filter'
import type { Batch } from '../queries'
import { useExchangeText } from '../use-exchange-text'
import { Progress } from './progress'

interface BatchOutcomeProps {
  batch: Batch
  onUndo: () => void
}

/** Where the import stands, and what can be done about it. */
export function BatchOutcome({ batch, onUndo }: BatchOutcomeProps) {
  const t = useExchangeText()
  const [locale] = useLocale()
  switch (batch.state) {
    case 'reading':
      return (
        <Stack gap={3}>
          <Progress label={t('batch.reading')} percent={batch.progressPercent} />
          <p className="ts-quiet-text">{t('batch.readingText')}</p>
        </Stack>
      )
    case 'importing':
      return (
        <Stack gap={3}>
          <Progress label={t('batch.importing')} percent={batch.progressPercent} />
          <p className="ts-quiet-text">{t('batch.importingText')}</p>
        </Stack>
      )
    case 'failed':
      return (
        <Stack gap={3}>
          <Banner tone="bad" live="assertive" title={t(batch.rowCount > 0 ? 'batch.brokenTitle' : 'batch.failedTitle')}>
            {batch.error?.messages[locale]}
          </Banner>
          <Row gap={2}>
            <LinkButton to="/nhap-cau-hoi" variant={batch.rowCount > 0 ? 'secondary' : 'primary'}>
              {t('batch.again')}
            </LinkButton>
          </Row>
        </Stack>
      )
    case 'imported': {
      const count = batch.importedCount
      return (
        <Stack gap={3}>
          <Banner tone="good" live="polite" title={t('batch.importedTitle', { count, formatted: formatNumber(count) })}>
            {t('batch.importedText')}
          </Banner>
          <Row gap={2}>
            <LinkButton to={itemsPath({ batchId: batch.id })} variant="primary">
              {t('batch.open')}
            </LinkButton>
            <Button icon={Undo} onClick={onUndo}>
              {t('batch.undo')}
            </Button>
          </Row>
        </Stack>
      )
    }
    case 'undone': {
      const count = batch.keptCount
      return (
        <Stack gap={3}>
          <Banner tone="info" live="polite" title={t('batch.undoneTitle')}>
            {count === 0 ? t('batch.undoneAll') : t('batch.undoneKept', { count, formatted: formatNumber(count) })}
          </Banner>
          {count > 0 && (
            <Row>
              <LinkButton to={itemsPath({ batchId: batch.id })}>{t('batch.open')}</LinkButton>
            </Row>
          )}
        </Stack>
      )
    }
    case 'ready':
      return null
  }
}
