import { Card, Checkbox, NumberInput, Stack } from '@thiso/kit'
import { usePapersText } from '../hooks/use-papers-text'
import { MOST_CODES } from '../paper-draft'
import type { DraftPartProps } from './heading-card'

export function CodesCard({ draft, onChange, problemOf }: DraftPartProps) {
  const t = usePapersText()
  return (
    <Card title={t('form.codes')}>
      <Stack gap={5}>
        <NumberInput
          className="papers-count"
          label={t('form.codeCount')}
          hint={t('form.codeCountHint')}
          suffix={t('form.codeCountUnit')}
          value={draft.codeCount}
          onChange={(codeCount) => onChange({ codeCount })}
          min={1}
          max={MOST_CODES}
          required
          error={problemOf('codeCount')}
        />
        <Checkbox
          label={t('form.isShuffled')}
          hint={t('form.isShuffledHint')}
          checked={draft.isShuffled}
          onChange={(isShuffled) => onChange({ isShuffled })}
        />
      </Stack>
    </Card>
  )
}
