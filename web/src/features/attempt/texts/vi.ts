import around from './vi-around'
import paper from './vi-paper'

export default { ...paper, ...around }
