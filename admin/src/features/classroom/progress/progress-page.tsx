import { Page } from '@thiso/kit'

export default function ProgressPage() {
  return <Page title="Tiến bộ của lớp" width="wide" />
}
