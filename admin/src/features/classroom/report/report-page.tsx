import { Page } from '@thiso/kit'

export default function ReportPage() {
  return <Page title="Buổi chơi" width="wide" />
}
