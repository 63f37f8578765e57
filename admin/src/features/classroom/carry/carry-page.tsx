import { Page } from '@thiso/kit'

export default function CarryPage() {
  return <Page title="Mang kết quả về" width="wide" />
}
