import { Page } from '@thiso/kit'

export default function SetsPage() {
  return <Page title="Bộ câu hỏi" width="wide" />
}
