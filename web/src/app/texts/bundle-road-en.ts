import attempt from '../../features/attempt/texts/en-around'
import auth from '../../features/auth/texts/en'
import home from '../../features/home/texts/en'

/** The words of the road to a paper and back: home, signing in, a round, a result. */
export default { home, auth, attempt }
