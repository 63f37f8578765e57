/** The words of every other page, fetched with the first of them. */
import board from '../../features/board/texts/vi'
import cases from '../../features/cases/texts/vi'
import complaints from '../../features/complaints/texts/vi'
import draw from '../../features/draw/texts/vi'
import legal from '../../features/legal/texts/vi'
import me from '../../features/me/texts/vi'
import notices from '../../features/notices/texts/vi'
import ownLog from '../../features/own-log/texts/vi'
import practice from '../../features/practice/texts/vi'
import rulebook from '../../features/rulebook/texts/vi'
import winners from '../../features/winners/texts/vi'

export default { board, cases, complaints, draw, legal, me, notices, ownLog, practice, rulebook, winners }
