import { Page } from '@thiso/kit'

export default function ClassPage() {
  return <Page title="Lớp" width="wide" />
}
