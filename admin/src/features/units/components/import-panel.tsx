import { Banner, Button, Card, formatNumber, Loading, Stack } from '@thiso/kit'
import RefreshCw from 'lucide-react/icons/refresh-cw'
import X from 'lucide-react/icons/x'
import { useProblemText } from '../../../lib/problem'
import { useUnitImport } from '../hooks/use-unit-import'
import { useUnitsText } from '../hooks/use-units-text'
import { ImportPreview } from './import-preview'
import { SheetPicker } from './sheet-picker'

const megabytes = (bytes: number) =>
  bytes < 100_000
    ? `${formatNumber(Math.max(1, Math.round(bytes / 1000)))} kB`
    : `${formatNumber(bytes / 1_000_000, { maximumFractionDigits: 1 })} MB`

export function ImportPanel({ onClose }: { onClose: () => void }) {
  const t = useUnitsText()
  const problemText = useProblemText()
  const { sheet, fileProblem, choose, preview, write, readAgain, submit, isUnsure } = useUnitImport()
  const found = write.data ?? preview.data
  const again = (
    <Button icon={RefreshCw} onClick={readAgain}>
      {t('importing.again')}
    </Button>
  )
  return (
    <Card
      title={t('importing.title')}
      actions={
        <Button variant="quiet" icon={X} disabled={write.isPending} onClick={onClose}>
          {t('importing.close')}
        </Button>
      }
    >
      <Stack>
        <SheetPicker
          chosen={sheet ? t('importing.chosen', { name: sheet.fileName, size: megabytes(sheet.size) }) : null}
          error={fileProblem ? t(`importing.${fileProblem.problem}`, { size: megabytes(fileProblem.size) }) : undefined}
          isBusy={preview.isPending || write.isPending}
          onChoose={(file) => void choose(file)}
        />
        {preview.isPending && <Loading label={t('importing.reading')} />}
        {preview.error && (
          <Banner tone="bad" live="assertive" action={again}>
            {problemText(preview.error)}
          </Banner>
        )}
        {write.error && (
          <Banner tone="bad" live="assertive" action={again}>
            {isUnsure ? t('importing.unsure') : problemText(write.error)}
          </Banner>
        )}
        {found && !preview.isPending && (
          <ImportPreview found={found} isWriting={write.isPending} canWrite={!write.error} onSubmit={submit} />
        )}
      </Stack>
    </Card>
  )
}
