import { isAct } from '../acts'
import { useAuditText } from './use-audit-text'

/** An act in words; one that this page does not know yet is shown by its code rather than hidden. */
export function useActText(): (act: string) => string {
  const t = useAuditText()
  return (act) => (isAct(act) ? t(`acts.${act}`) : act)
}
