/** A user agent in a few words a person recognises; nothing in it tells one phone of a model from another. */
export function deviceLabel(userAgent: string): string {
  const browser =
    [
      [/Zalo/i, 'Zalo'],
      [/Edg\//, 'Edge'],
      [/SamsungBrowser/, 'Samsung Internet'],
      [/coc_coc_browser|CocCoc/i, 'Cốc Cốc'],
      [/OPR\/|Opera/, 'Opera'],
      [/Firefox|FxiOS/, 'Firefox'],
      [/Chrome|CriOS/, 'Chrome'],
      [/Safari/, 'Safari'],
    ].find(([pattern]) => (pattern as RegExp).test(userAgent))?.[1] ?? 'Trình duyệt'
  const system =
    [
      [/Android/, 'Android'],
      [/iPhone/, 'iPhone'],
      [/iPad/, 'iPad'],
      [/Windows/, 'Windows'],
      [/Mac OS X/, 'Mac'],
      [/Linux/, 'Linux'],
    ].find(([pattern]) => (pattern as RegExp).test(userAgent))?.[1] ?? ''
  return system ? `${browser}, ${system}` : String(browser)
}
