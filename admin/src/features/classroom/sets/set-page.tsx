import { Page } from '@thiso/kit'

export default function SetPage() {
  return <Page title="Bộ câu hỏi" width="wide" />
}
