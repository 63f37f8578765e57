import ChevronLeft from 'lucide-react/icons/chevron-left'
import { Link } from 'react-router'

/** The way up, above a page's title. */
export function UpLink({ to, children }: { to: string; children: string }) {
  return (
    <Link className="ad-up" to={to}>
      <ChevronLeft size={18} strokeWidth={1.75} aria-hidden="true" />
      {children}
    </Link>
  )
}
