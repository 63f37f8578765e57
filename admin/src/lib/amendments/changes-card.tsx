import type { NameOf } from '@thiso/contracts/rule-words'
import type { SettingChange } from '@thiso/contracts/vocab'
import { Badge, Card, Stack } from '@thiso/kit'
import type { ReactNode } from 'react'
import { ChangeList } from './change-list'
import { useAmendingText } from './use-amending-text'

interface ChangesCardProps {
  changes: readonly SettingChange[]
  nameOf: NameOf
  /** Why: asked below what changes. */
  children: ReactNode
}

/** What an amendment that is being written comes to, alive under the form. */
export function ChangesCard({ changes, nameOf, children }: ChangesCardProps) {
  const t = useAmendingText()
  return (
    <Card
      title={t('title')}
      tone="raised"
      actions={changes.length > 0 && <Badge tone="blue">{t('count', { count: changes.length })}</Badge>}
    >
      <Stack gap={5}>
        {changes.length === 0 ? (
          <p className="ts-quiet-text">{t('nothing')}</p>
        ) : (
          <>
            <ChangeList changes={changes} nameOf={nameOf} />
            <p className="ts-quiet-text ts-small">
              {t('public')} {t('kept')}
            </p>
          </>
        )}
        {children}
      </Stack>
    </Card>
  )
}
