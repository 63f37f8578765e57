// @ts-check
// `npm start`. Plain enough for an old Node to parse, so that it can say what is wrong; the rest is loaded afterwards.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
// The first releases of each line that may require() an ES module, which some of our packages do.
const fits = major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19)

if (fits) {
  import('./up.mjs').then((launcher) => launcher.up())
} else {
  console.error(
    `\n✗ Máy đang có Node.js ${process.versions.node}; Thi Số cần bản 20.19 trở lên (hoặc 22.12 trở lên). Cài bản LTS mới từ https://nodejs.org rồi chạy lại npm start.` +
      `\n  This is Node.js ${process.versions.node}; Thi Số needs 20.19 or later (or 22.12 or later). Install a current LTS from https://nodejs.org and run npm start again.\n`,
  )
  process.exitCode = 1
}
