/** The words of the road to a paper and back: what a phone on 4G fetches first. */
import attempt from '../../features/attempt/texts/en'
import auth from '../../features/auth/texts/en'
import home from '../../features/home/texts/en'
import lib from '../../lib/texts/en'
import app from './en'

export default { attempt, auth, home, lib, app }
