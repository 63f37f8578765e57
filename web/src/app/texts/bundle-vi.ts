import attempt from '../../features/attempt/texts/vi-paper'
import lib from '../../lib/texts/vi'
import app from './vi'

/** The words of every frame and of the paper: what a phone on 4G fetches first. */
export default { app, lib, attempt }
