// @ts-check
// One part of the pairs: every n-th paper with all that come after it.
import { parentPort, workerData } from 'node:worker_threads'
import { searchPairs } from '../../../api/dist/modules/detection/domain/pair-search.js'
import { drawnPapers } from './papers.mjs'

const { shape, bound, part } = workerData
const drawing = performance.now()
const { models, papers } = drawnPapers(shape)
const drawnMs = performance.now() - drawing
const searching = performance.now()
const search = searchPairs(models, papers, bound, part)
const { rss } = process.memoryUsage()
parentPort?.postMessage({ ...search, drawnMs, searchMs: performance.now() - searching, rss })
