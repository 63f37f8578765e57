import { DrawPage } from './draw-page'

/** The draw among people who are equal in the total over the rounds. */
export default function TotalDrawPage() {
  return <DrawPage kind="total" />
}
