import { DrawPage } from './draw-page'

/** The draw among equal people of a round. */
export default function RoundDrawPage() {
  return <DrawPage kind="round" />
}
