/** What is used of the package, which brings no types of its own. */
declare module 'qrcode/lib/core/qrcode.js' {
  interface Symbol {
    /** `data`: 1 for a dark module, row by row. */
    modules: { size: number; data: Uint8Array }
  }
  const qrcode: {
    create(text: string, options: { errorCorrectionLevel: 'L' | 'M' | 'Q' | 'H' }): Symbol
  }
  export default qrcode
}
