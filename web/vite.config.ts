import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'
import { precompress } from './kit/vite/precompress.mjs'

const api = `http://127.0.0.1:${process.env['PORT'] ?? 3000}`

const isCommon = (id: string) =>
  /web\/(kit\/src|src\/lib)\/|contracts\/src\/vocab\/|node_modules\/lucide-react\//.test(id) && !playsItems(id)
const playsItems = (id: string) => /kit\/src\/(item\/|styles\/(item|item-parts|rich|reviewed)\.css)/.test(id)

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
              test: /node_modules\/(react|react-dom|scheduler|react-router|i18next|react-i18next|@tanstack)\//,
              priority: 2,
            },
            // What most pages use anyway comes in one file: twenty small ones cost more in round trips than in bytes. What plays
            // items is not part of it: a look at a round fetches none of that.
            { name: 'common', test: isCommon, minShareCount: 3 },
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
