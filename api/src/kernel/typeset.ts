const NBSP = '\u00a0'

/** Units that stay with the number before them; "ngày 10 tháng 10" is none. */
const UNITS =
  'km²|km2|km/h|km|m²|m2|m³|m3|m/s|mm|cm|dm|m|kg|mg|g|tấn|tạ|lít|ml|ha|°C|KB|MB|GB|TB|kB|Mbps|Gbps|kbps|bit|byte|px|dpi|Hz|kHz|MHz|GHz|kW|kWh|MW|W|V|A|đồng|USD|VND|VNĐ|triệu|tỷ|tỉ|nghìn|ngàn|trăm|phút|giây|giờ|ngày|(?:tháng|năm)(?! \\d)|tuần|tuổi|người|điểm|phần trăm|%'
const NUMBER_UNIT = new RegExp(`(?<=\\d) (?=(?:${UNITS})(?![\\p{L}\\p{N}]))`, 'gu')
/** Words that stay with the number, letter or Roman number behind them. */
const NUMBERED =
  /(?<![\p{L}\p{N}])(câu|điều|khoản|điểm|mục|chương|phần|bảng|hình|trang|bước|số|năm|tháng|ngày|quý|lớp|mã đề|khóa|lần thứ|thứ) (?=(?:\d|[a-zđ]\)|[IVXLC]+(?![\p{L}\p{N}])))/giu
const OPENS = /[\s([{“‘«–—/]/u

/**
 * PP-7: text as it is set in print: Vietnamese quotation marks “ ” (‘ ’ inside and for apostrophes), a dash – between spaces, no break
 * between a number and its unit, or between "Câu", "Điều", "số" … and their number. Every character keeps its place, so that pieces of
 * one paragraph can be set together and parted again.
 * @param text NFC; a paragraph without markup, so that quotation marks pair
 */
export function typeset(text: string): string {
  let isOpen = false
  const quoted = text
    .split('')
    .map((sign, index, all) => {
      const before = index === 0 ? ' ' : (all[index - 1] as string)
      if (sign === '"') {
        // A mark behind a number may mean inches or seconds; where a pair is open it closes.
        isOpen = OPENS.test(before) || !isOpen
        return isOpen ? '“' : '”'
      }
      if (sign === "'") return OPENS.test(before) || before === '"' ? '‘' : '’'
      if (sign === '\u2011') return '-'
      return sign
    })
    .join('')
  return quoted
    .replace(/(?<=\S) [-–—] (?=\S)/g, (dash) => (dash[1] === '-' ? `${NBSP}– ` : `${NBSP}${dash[1]} `))
    .replace(NUMBER_UNIT, NBSP)
    .replace(NUMBERED, `$1${NBSP}`)
}
