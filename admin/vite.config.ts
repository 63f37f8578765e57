import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'
import { precompress } from '../web/kit/vite/precompress.mjs'

const api = `http://127.0.0.1:${process.env['PORT'] ?? 3000}`

export default defineConfig({
  base: '/admin/',
  plugins: [react(), precompress()],
  resolve: {
    // The contract and the kit are bundled from their source, so that nothing has to be built before this.
    conditions: ['source', ...defaultClientConditions],
    alias: [{ find: /^@thiso\/kit\//, replacement: fileURLToPath(new URL('../web/kit/src/', import.meta.url)) }],
  },
  build: {
    outDir: 'dist',
    target: 'es2020',
    // The page's security policy allows no inline script and no data: font.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
  server: {
    proxy: {
      // As an object: the short form rewrites Host, and the api then takes the page for a foreign one.
      '/api': { target: api },
      '/socket.io': { target: api, ws: true },
    },
  },
})
