export { readGift } from './gift-read.js'
export { giftLosses, writeGift } from './gift-write.js'
