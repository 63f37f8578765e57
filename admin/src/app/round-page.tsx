import { RehearsalCard } from '../features/rulebook/components/rehearsal-card'
import { RoundPage } from '../features/rounds/pages/round-page'

/** A round is rehearsed by what makes its thể lệ; only the roof knows both parts. */
export default function RoundWithRehearsal() {
  return <RoundPage Rehearsal={RehearsalCard} />
}
