import { Page } from '@thiso/kit'

export default function ClassesPage() {
  return <Page title="Lớp học" width="wide" />
}
