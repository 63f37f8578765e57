import { useMutation } from '@tanstack/react-query'
import { Banner, Button, Card, CopyButton, formatNumber, notify, Row, Stack, useLocale } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import Download from 'lucide-react/icons/download'
import ShieldCheck from 'lucide-react/icons/shield-check'
import { useProblemText } from '../../../lib/problem'
import { saveFile } from '../../../lib/save-file'
import { useAuditText } from '../hooks/use-audit-text'

/** HC-7, HC-9, for administrators: whether the chain is whole, and the log to take along. */
export function AuditProof({ filter, isFiltered }: { filter: Record<string, string>; isFiltered: boolean }) {
  const t = useAuditText()
  const [locale] = useLocale()
  const problemText = useProblemText()
  const check = useMutation({
    mutationFn: () => call('checkAudit'),
    onError: (error) => notify(problemText(error), { tone: 'bad' }),
  })
  const save = useMutation({
    mutationFn: (format: 'csv' | 'xlsx') => saveFile('auditFile', { format }, { locale, ...filter }),
    onError: (error) => notify(t('proof.failed', { reason: problemText(error) }), { tone: 'bad' }),
  })
  const found = check.data
  const formatted = formatNumber(found?.checkedCount ?? 0)
  return (
    <Card title={t('proof.title')}>
      <Stack gap={3}>
        <p className="ts-quiet-text">{t('proof.lead')}</p>
        <Row gap={3}>
          <Button icon={ShieldCheck} busy={check.isPending} onClick={() => check.mutate()}>
            {check.isPending ? t('proof.checking') : t('proof.check')}
          </Button>
          {(['csv', 'xlsx'] as const).map((format) => (
            <Button
              key={format}
              variant="quiet"
              icon={Download}
              busy={save.isPending && save.variables === format}
              onClick={() => save.mutate(format)}
            >
              {t(`proof.${format}`)}
            </Button>
          ))}
        </Row>
        {isFiltered && <p className="ts-quiet-text">{t('proof.filtered')}</p>}
        {found?.head && (
          <Banner
            tone="good"
            live="polite"
            title={t('proof.fits', { formatted })}
            action={<CopyButton text={found.head} size="small" />}
          >
            <code className="audit-head">{found.head}</code>
          </Banner>
        )}
        {found?.fault && (
          <Banner
            tone="bad"
            live="assertive"
            title={t(`proof.${found.fault.kind}`, {
              linkNo: formatNumber(found.fault.linkNo),
              entryId: found.fault.entryId ?? '?',
              formatted,
            })}
          />
        )}
      </Stack>
    </Card>
  )
}
