// dependency-cruiser 17.3 takes TypeScript below version 6 only and falls back to a parser that cannot tell `import type`
// from `import`. What it uses of TypeScript has not changed in 6, so it is told so before it looks.
const path = require('node:path')

const meta = require(path.resolve(__dirname, '../../node_modules/dependency-cruiser/src/meta.cjs'))
meta.supportedTranspilers.typescript = '>=2.0.0 <7.0.0'
