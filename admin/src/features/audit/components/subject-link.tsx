import { Link } from 'react-router'
import { isKind, subjectOf } from '../acts'
import { useAuditText } from '../hooks/use-audit-text'

/** What an act was done to. The log names things by id, so the page that shows it tells the rest. */
export function SubjectLink({ subject }: { subject: string }) {
  const t = useAuditText()
  const { kind, name, to } = subjectOf(subject)
  if (kind === 'file') return <span className="audit-subject">{t('subjects.file', { name })}</span>
  if (!isKind(kind)) return <span className="audit-subject">{subject}</span>
  const word = t(`subjects.${kind}`)
  const mark = <span className="audit-id">{name.slice(-6)}</span>
  if (!to) {
    return (
      <span>
        {word} {mark}
      </span>
    )
  }
  return (
    <Link to={to}>
      {word} {mark}
    </Link>
  )
}
