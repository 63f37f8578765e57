import { Row } from '@thiso/kit'
import type { ReactNode } from 'react'
import { UpLink } from './up-link'

interface PageHeadProps {
  title: string
  /** The page above this one, and its name. */
  up: { to: string; name: string }
  /** State of what the page shows, beside its name. */
  badge?: ReactNode
  lead?: ReactNode
  actions?: ReactNode
}

/** The head of a page below another: the kit's, with the way up over the title and a badge beside it. */
export function PageHead({ title, up, badge, lead, actions }: PageHeadProps) {
  return (
    <>
      <UpLink to={up.to}>{up.name}</UpLink>
      <div className="ts-page-head">
        <div>
          <div className="ad-title">
            <h1>{title}</h1>
            {badge}
          </div>
          {lead && <p className="ts-page-lead">{lead}</p>}
        </div>
        {actions && <Row gap={2}>{actions}</Row>}
      </div>
    </>
  )
}
