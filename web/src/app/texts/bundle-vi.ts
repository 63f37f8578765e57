/** The words of the road to a paper and back: what a phone on 4G fetches first. */
import attempt from '../../features/attempt/texts/vi'
import auth from '../../features/auth/texts/vi'
import home from '../../features/home/texts/vi'
import lib from '../../lib/texts/vi'
import app from './vi'

export default { attempt, auth, home, lib, app }
