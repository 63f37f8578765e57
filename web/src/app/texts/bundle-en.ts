import attempt from '../../features/attempt/texts/en'
import auth from '../../features/auth/texts/en'
import board from '../../features/board/texts/en'
import complaints from '../../features/complaints/texts/en'
import home from '../../features/home/texts/en'
import legal from '../../features/legal/texts/en'
import me from '../../features/me/texts/en'
import notices from '../../features/notices/texts/en'
import practice from '../../features/practice/texts/en'
import winners from '../../features/winners/texts/en'
import lib from '../../lib/texts/en'
import app from './en'

export default { app, lib, home, auth, me, board, legal, attempt, practice, notices, winners, complaints }
