import { Card, Stack } from '@thiso/kit'
import type { ReactNode } from 'react'

/** A part of the contest's form under its heading. */
export function FormSection({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <Card title={title}>
      <Stack gap={5}>
        {lead && <p className="ts-quiet-text">{lead}</p>}
        {children}
      </Stack>
    </Card>
  )
}
