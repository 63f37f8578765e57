import type { Stage } from './stage'

/** Papers of the demo are made anew each time, and now and then two people are equal; for scenes without a draw nobody is. */
export async function untie(stage: Stage, roundId: string): Promise<void> {
  await stage.query(
    `UPDATE attempt t SET submitted_at = o.at FROM (
       SELECT a.id, r.closes_at - make_interval(secs => row_number() OVER (ORDER BY a.submitted_at DESC, a.id)) AS at
       FROM attempt a JOIN round r ON r.id = a.round_id WHERE r.id = $1 AND a.submitted_at IS NOT NULL) o
     WHERE o.id = t.id`,
    [roundId],
  )
}
