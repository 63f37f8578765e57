import type { ApiOutput } from '@thiso/contracts'
import { formatDateTime, Stack } from '@thiso/kit'
import { useCaseTexts } from '../texts/use-case-texts'

type Decided = NonNullable<ApiOutput<'myCase'>['decision']>

/** What was decided, what it means, why, and by whom. */
export function DecisionPart({ of, isReplaced = false }: { of: Decided; isReplaced?: boolean }) {
  const { decision, ground, article, words, at } = of
  const t = useCaseTexts()
  return (
    <Stack gap={2}>
      <p>
        <strong>{t(`decision.of.${decision}`)}</strong>
      </p>
      {/* What no longer holds means nothing any more. */}
      {!isReplaced && <p>{t(`decision.means.${decision}`)}</p>}
      <p>{t('decision.article', { ground: t(`decision.ground.${ground}`), article })}</p>
      <p className="case-words">{words}</p>
      <p className="ts-quiet-text ts-small">{t('decision.two', { at: formatDateTime(at) })}</p>
    </Stack>
  )
}
