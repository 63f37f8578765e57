import { DrawPage } from './draw-page'

/** The draw among units that are equal for a collective prize. */
export default function UnitsDrawPage() {
  return <DrawPage kind="units" />
}
