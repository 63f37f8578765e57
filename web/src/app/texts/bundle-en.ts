import attempt from '../../features/attempt/texts/en-paper'
import lib from '../../lib/texts/en'
import app from './en'

/** The words of every frame and of the paper: what a phone on 4G fetches first. */
export default { app, lib, attempt }
