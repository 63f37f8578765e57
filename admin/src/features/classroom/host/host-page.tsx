import { Page } from '@thiso/kit'

export default function HostPage() {
  return <Page title="Màn hình lớp" width="wide" />
}
