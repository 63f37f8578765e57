import { LinkButton, Page, Stack } from '@thiso/kit'
import HardDriveDownload from 'lucide-react/icons/hard-drive-download'
import Play from 'lucide-react/icons/play'
import { EndedLessons } from './ended-lessons'
import { RunningLessons } from './running-lessons'
import './start.css'
import { useStartText } from './use-start-text'

export default function LessonsPage() {
  const t = useStartText()
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      width="wide"
      actions={
        <>
          <LinkButton icon={HardDriveDownload} to="/buoi-choi/mang-ve">
            {t('carry')}
          </LinkButton>
          <LinkButton variant="primary" icon={Play} to="/buoi-choi/moi">
            {t('new')}
          </LinkButton>
        </>
      }
    >
      <Stack gap={8}>
        <RunningLessons />
        <EndedLessons />
      </Stack>
    </Page>
  )
}
