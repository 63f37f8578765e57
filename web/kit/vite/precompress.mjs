import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const TEXT = /\.(html|js|mjs|css|svg|json|webmanifest|txt|xml)$/
const LEAST_BYTES = 1024

const toBrotli = (bytes) =>
  promisify(brotliCompress)(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  })
const toGzip = (bytes) => promisify(gzip)(bytes, { level: 9 })

async function* filesUnder(folder) {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesUnder(path)
    else if (entry.isFile()) yield path
  }
}

/**
 * Writes a .br and a .gz beside every built text file, once, so that the server never compresses a file that cannot
 * change: with a thousand phones at the door that would cost more than answering them.
 * @returns {import('vite').Plugin}
 */
export function precompress() {
  let folder = ''
  return {
    name: 'thi-so:precompress',
    apply: 'build',
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir)
    },
    // Files of public/ are copied outside the bundle, hence the folder is walked when all is written.
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        if (!(await stat(folder).catch(() => null))) return
        for await (const path of filesUnder(folder)) {
          if (!TEXT.test(path)) continue
          const bytes = await readFile(path)
          if (bytes.length <= LEAST_BYTES) continue
          const [br, gz] = await Promise.all([toBrotli(bytes), toGzip(bytes)])
          await Promise.all([writeFile(`${path}.br`, br), writeFile(`${path}.gz`, gz)])
        }
      },
    },
  }
}
