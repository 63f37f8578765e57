import { Page } from '@thiso/kit'

export default function StartPage() {
  return <Page title="Bắt đầu buổi chơi" width="wide" />
}
