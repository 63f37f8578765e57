import attempt from '../../features/attempt/texts/vi-around'
import auth from '../../features/auth/texts/vi'
import home from '../../features/home/texts/vi'

/** The words of the road to a paper and back: home, signing in, a round, a result. */
export default { home, auth, attempt }
