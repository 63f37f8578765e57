import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'

const api = `http://127.0.0.1:${process.env['PORT'] ?? 3000}`

export default defineConfig({
  base: '/admin/',
  plugins: [react()],
  // The contract and the kit are bundled from their source, so that nothing has to be built before this.
  resolve: { conditions: ['source', ...defaultClientConditions] },
  build: {
    outDir: 'dist',
    target: 'es2020',
    // The page's security policy allows no inline script and no data: font.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
  server: {
    proxy: {
      '/api': api,
      '/socket.io': { target: api, ws: true },
    },
  },
})
