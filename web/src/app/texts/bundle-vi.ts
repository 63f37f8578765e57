import attempt from '../../features/attempt/texts/vi'
import auth from '../../features/auth/texts/vi'
import board from '../../features/board/texts/vi'
import complaints from '../../features/complaints/texts/vi'
import home from '../../features/home/texts/vi'
import legal from '../../features/legal/texts/vi'
import me from '../../features/me/texts/vi'
import notices from '../../features/notices/texts/vi'
import practice from '../../features/practice/texts/vi'
import winners from '../../features/winners/texts/vi'
import lib from '../../lib/texts/vi'
import app from './vi'

export default { app, lib, home, auth, me, board, legal, attempt, practice, notices, winners, complaints }
