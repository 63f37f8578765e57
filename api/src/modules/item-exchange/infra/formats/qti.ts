export { readQti } from './qti-read.js'
export { qtiLosses, writeQti2, writeQti3 } from './qti-write.js'
