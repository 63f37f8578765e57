import type { RoundState } from '@thiso/contracts'
import type { PublicRoundData } from '../shapes'

/**
 * Why a board has no rows (LB-7, LB-11): it waits for results to be published, for the end because of a prediction question or of the
 * round's policy, or nobody has a result yet.
 */
export function whyEmpty(
  { resultPolicy, rules }: Pick<PublicRoundData, 'resultPolicy' | 'rules'>,
  state: RoundState | undefined,
): 'publish' | 'prediction' | 'closing' | 'nobody' {
  if (resultPolicy === 'after_publish') return 'publish'
  if (state === 'closed') return 'nobody'
  if (rules.prediction) return 'prediction'
  return resultPolicy === 'after_close' ? 'closing' : 'nobody'
}
