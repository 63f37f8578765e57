import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'
import { precompress } from './kit/vite/precompress.mjs'

const api = `http://127.0.0.1:${process.env['PORT'] ?? 3000}`

/** What plays items, which a look at a round needs nothing of; and what shows them after the round, which a paper does not need. */
const isOfItems = (id: string) => /kit\/src\/(item\/|styles\/(item|item-parts|rich|reviewed)\.css)/.test(id)
const isOfReview = (id: string) =>
  /kit\/src\/(item\/(ItemReview|outcome|review\/)|styles\/reviewed)/.test(id) ||
  /lucide-react\/.*\/(circle-dashed|circle-slash|circle-x|contrast)\./.test(id)
/** Several pages have a board or a table on them, but no paper has. */
const isOfBoards = (id: string) => /web\/(src\/lib\/board|kit\/src\/data)\//.test(id)
/** Live quizzes in class are pages of their own: no contestant of a round fetches any of it. */
const isOfLessons = (id: string) => /web\/(src\/features\/(lesson|remote)|kit\/src\/lesson)\/|vocab\/classroom/.test(id)
/** A code that can be copied stands on several pages, but on no paper. */
const isOfCodes = (id: string) => /kit\/src\/action\/CopyButton|lucide-react\/.*\/copy\./.test(id)
const isCommon = (id: string) =>
  /web\/(kit\/src|src\/lib)\/|contracts\/src\/vocab\/|node_modules\/lucide-react\//.test(id) &&
  // In one language, for the page before a start.
  !id.includes('vocab/paper-notice-') &&
  !isOfItems(id) &&
  !isOfReview(id) &&
  !isOfCodes(id) &&
  !isOfBoards(id) &&
  !isOfLessons(id)

export default defineConfig({
  base: '/',
  plugins: [react(), precompress()],
  resolve: {
    // The contract and the kit are bundled from their source, so that nothing has to be built before this.
    conditions: ['source', ...defaultClientConditions],
    alias: [{ find: /^@thiso\/kit\//, replacement: fileURLToPath(new URL('./kit/src/', import.meta.url)) }],
  },
  build: {
    outDir: 'dist',
    target: 'es2020',
    // The page's security policy allows no inline script and no data: font.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        // What changes once a quarter stays in the phone's cache when what changes every week is replaced.
        codeSplitting: {
          groups: [
            {
              name: 'ground',
              // Two signs of the paper go along: a file of its own for them would cost more than they weigh.
              test: /node_modules\/((react|react-dom|scheduler|react-router|i18next|react-i18next|@tanstack)\/|lucide-react\/.*\/(arrow-left|wifi-off)\.)/,
              priority: 3,
            },
            // What most pages use anyway comes in one file: twenty small ones cost more in round trips than in bytes.
            { name: 'common', test: isCommon, minShareCount: 3, priority: 2 },
            {
              name: 'signs',
              test: (id: string) => /node_modules\/lucide-react\//.test(id) && !isOfReview(id) && !isOfCodes(id),
              minShareCount: 2,
              priority: 1,
            },
            { name: 'item', test: (id: string) => isOfItems(id) && !isOfReview(id), minShareCount: 2 },
            { name: 'codes', test: isOfCodes, minShareCount: 2 },
            { name: 'lesson', test: /kit\/src\/lesson\//, minShareCount: 2 },
            { name: 'attempt', test: /features\/attempt\/.*\.ts$/, minShareCount: 2 },
          ],
        },
      },
    },
  },
  server: {
    proxy: {
      '/api': { target: api },
      '/socket.io': { target: api, ws: true },
    },
  },
})
