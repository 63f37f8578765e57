import { LINT_CODES, type LintCode } from '@thiso/contracts/vocab'
import { Button, Card, Chip, formatNumber, Stack } from '@thiso/kit'
import { useState } from 'react'
import { Link } from 'react-router'
import { FindingList } from '../../../lib/item-bank/finding-list'
import { useBanksText } from '../hooks/use-banks-text'
import type { BankReport } from './report-bars'

const FIRST = 20

/** What the quality check finds over the whole bank and in single items, by sort of finding. */
export function ReportFindings({ report }: { report: BankReport }) {
  const t = useBanksText()
  const [code, setCode] = useState<LintCode | null>(null)
  const [shown, setShown] = useState(FIRST)
  const counts = LINT_CODES.map((known) => ({
    code: known,
    count: report.itemFindings.filter(({ findings }) => findings.some((finding) => finding.code === known)).length,
  })).filter(({ count }) => count > 0)
  const items = report.itemFindings
    .map((item) => ({ ...item, findings: item.findings.filter((finding) => !code || finding.code === code) }))
    .filter(({ findings }) => findings.length > 0)
    // What must be corrected first.
    .sort((a, b) => graveOnes(b.findings) - graveOnes(a.findings))
  return (
    <Card title={t('findings.title')}>
      <Stack>
        {report.bankFindings.length > 0 && <FindingList findings={report.bankFindings} />}
        {report.itemFindings.length === 0 ? (
          <p className="ts-quiet-text">{t('findings.none')}</p>
        ) : (
          <>
            <p>
              {t('findings.count', {
                count: report.itemFindings.length,
                formatted: formatNumber(report.itemFindings.length),
              })}
            </p>
            {/* biome-ignore lint/a11y/useSemanticElements: toggle buttons, not the fields a fieldset is for */}
            <div className="banks-chips" role="group" aria-label={t('findings.filter')}>
              {counts.map((one) => (
                <Chip
                  key={one.code}
                  pressed={one.code === code}
                  onPress={() => {
                    setCode(one.code === code ? null : one.code)
                    setShown(FIRST)
                  }}
                >
                  {t(`findings.codes.${one.code}`)} ({formatNumber(one.count)})
                </Chip>
              ))}
            </div>
            <ul className="banks-findings">
              {items.slice(0, shown).map((item) => (
                <li key={item.itemId}>
                  <Link to={`/cau-hoi/${item.itemId}`}>{item.code}</Link>
                  <FindingList findings={item.findings} />
                </li>
              ))}
            </ul>
            {items.length > shown && (
              <div>
                <Button onClick={() => setShown(shown + FIRST * 2)}>
                  {t('findings.more', { count: items.length - shown, formatted: formatNumber(items.length - shown) })}
                </Button>
              </div>
            )}
          </>
        )}
      </Stack>
    </Card>
  )
}

const graveOnes = (findings: BankReport['bankFindings']) =>
  findings.filter((finding) => finding.weight === 'error').length
