import { Page } from '@thiso/kit'

export default function LessonsPage() {
  return <Page title="Buổi chơi" width="wide" />
}
