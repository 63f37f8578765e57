import { urlOf } from '@thiso/contracts/routes'
import { Icon, useLocale } from '@thiso/kit'
import Download from 'lucide-react/icons/download'
import { useRulebookTexts } from '../texts/use-rulebook-texts'

const FORMATS = { pdf: 'PDF', docx: 'Word' } as const

export function DownloadLinks({ contestId, version }: { contestId: string; version: number }) {
  const t = useRulebookTexts()
  const [locale] = useLocale()
  return (
    <p className="rb-files">
      {(['pdf', 'docx'] as const).map((format) => (
        <a
          key={format}
          className="ts-button ts-button-secondary ts-button-small"
          href={urlOf('publicRulebookFile', { contestId, version: String(version), format }, { locale })}
          download
        >
          <Icon of={Download} />
          <span>{t('download', { format: FORMATS[format] })}</span>
        </a>
      ))}
    </p>
  )
}
