import { type NameOf, settingLines, settingName } from '@thiso/contracts/rule-words'
import type { SettingChange } from '@thiso/contracts/vocab'
import { useLocale } from '@thiso/kit'
import { useAmendingText } from './use-amending-text'
import './change-list.css'

interface ChangeListProps {
  changes: readonly SettingChange[]
  /** Names of the units and rounds that settings speak of. */
  nameOf?: NameOf
}

/** Before and after in words, setting by setting. */
export function ChangeList({ changes, nameOf }: ChangeListProps) {
  const t = useAmendingText()
  const [locale] = useLocale()
  return (
    <dl className="ad-changes">
      {changes.map(({ path, before, after }) => (
        <div key={path}>
          <dt>{settingName(path, locale)}</dt>
          <dd className="ad-change-before">
            <span className="ad-change-side">{t('before')}</span>
            <Lines of={settingLines(path, before, locale, nameOf)} />
          </dd>
          <dd className="ad-change-after">
            <span className="ad-change-side">{t('after')}</span>
            <Lines of={settingLines(path, after, locale, nameOf)} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Lines({ of }: { of: readonly string[] }) {
  return of.map((line) => (
    <span key={line} className="ad-change-line">
      {line}
    </span>
  ))
}
