/** The words of every other page, fetched with the first of them. */
import board from '../../features/board/texts/en'
import cases from '../../features/cases/texts/en'
import complaints from '../../features/complaints/texts/en'
import draw from '../../features/draw/texts/en'
import legal from '../../features/legal/texts/en'
import me from '../../features/me/texts/en'
import notices from '../../features/notices/texts/en'
import ownLog from '../../features/own-log/texts/en'
import practice from '../../features/practice/texts/en'
import rulebook from '../../features/rulebook/texts/en'
import winners from '../../features/winners/texts/en'

export default { board, cases, complaints, draw, legal, me, notices, ownLog, practice, rulebook, winners }
