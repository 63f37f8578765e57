import { Badge, Icon, type LucideIcon } from '@thiso/kit'
import { Link } from 'react-router'
import './part-links.css'

export interface PartLink {
  to: string
  icon: LucideIcon
  name: string
  /** What one finds there, in few words. */
  text: string
  /** Something waits there: how much. */
  waiting?: string | undefined
  /** A part of this very page. */
  elementId?: string
}

/** The parts of a contest or a round, each a page of its own: one can press the whole tile. */
export function PartLinks({ label, parts }: { label: string; parts: readonly PartLink[] }) {
  return (
    <nav aria-label={label}>
      <ul className="ad-parts">
        {parts.map(({ to, icon, name, text, waiting, elementId }) => (
          <li key={to}>
            <Icon of={icon} size={22} />
            <div>
              <p className="ad-part-name">
                <Link
                  to={to}
                  onClick={
                    elementId ? () => document.getElementById(elementId)?.scrollIntoView({ block: 'start' }) : undefined
                  }
                >
                  {name}
                </Link>
                {waiting && <Badge tone="sun">{waiting}</Badge>}
              </p>
              <p className="ad-part-text">{text}</p>
            </div>
          </li>
        ))}
      </ul>
    </nav>
  )
}
