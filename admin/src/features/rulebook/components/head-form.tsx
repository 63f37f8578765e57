import { DateInput, RadioGroup, Stack, Textarea, TextInput } from '@thiso/kit'
import type { RulebookHead } from '../rulebook-draft'
import { useRulebookText } from '../use-rulebook-text'

const LONGEST = { above: 120, body: 200, number: 60, place: 60, signerName: 80 } as const

/** What stands above and below the articles, as offices write it. */
export function HeadForm({ head, onChange }: { head: RulebookHead; onChange: (head: RulebookHead) => void }) {
  const t = useRulebookText()
  const change = (part: Partial<RulebookHead>) => onChange({ ...head, ...part })
  const line = (field: keyof typeof LONGEST) => (
    <TextInput
      label={t(`head.${field}`)}
      value={head[field]}
      onChange={(text) => change({ [field]: text })}
      maxLength={LONGEST[field]}
    />
  )
  return (
    <Stack gap={4}>
      <RadioGroup
        label={t('head.style')}
        options={[
          { value: 'state', label: t('head.styles.state') },
          { value: 'youth-union', label: t('head.styles.youth-union') },
        ]}
        value={head.style}
        onChange={(style) => change({ style })}
      />
      {line('above')}
      {line('body')}
      {line('number')}
      {line('place')}
      <DateInput
        label={t('head.date')}
        hint={t('head.dateHint')}
        value={head.date ?? ''}
        onChange={(date) => change({ date: date || null })}
      />
      <Textarea
        label={t('head.signerRole')}
        hint={t('head.signerRoleHint')}
        value={head.signerRole}
        onChange={(signerRole) => change({ signerRole })}
        maxLength={120}
        rows={2}
      />
      {line('signerName')}
    </Stack>
  )
}
