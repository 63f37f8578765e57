import qrcode from 'qrcode/lib/core/qrcode.js'
import { sampleCertificates } from './documents.sample.js'
import { certificatesPdf } from './pdf/certificates-pdf.js'
import { pdfLines } from './pdf/pdf-text.comparison.js'

const file = (change: object) => {
  const all = sampleCertificates(1)
  return { ...all, certificates: all.certificates.map((certificate) => ({ ...certificate, ...change })) }
}
const textOf = async (change: object) => (await pagesOf(change))[0]?.join(' ').replace(/\t/g, ' ') ?? ''
const pagesOf = async (change: object) => pdfLines(await certificatesPdf(file(change), false))

/** Where letters of a page stand, from its left and its foot. */
const placesOf = (bytes: Buffer) =>
  [...bytes.toString('latin1').matchAll(/1 0 0 1 ([\d.-]+) ([\d.-]+) Tm/g)].map(([, x, y]) => ({
    x: Number(x),
    y: Number(y),
  }))

describe('DC-5: certificates', () => {
  it('one to a page, each with all that was given', async () => {
    const all = sampleCertificates(7)
    const pages = pdfLines(await certificatesPdf(all, false))
    expect(pages).toHaveLength(7)
    pages.forEach((lines, index) => {
      const text = lines.join(' ').replace(/\t/g, ' ')
      const {
        head = [],
        organization,
        title,
        lead,
        name,
        unit,
        reason,
        decision,
        placeAndDate,
        signer,
        code,
      } = all.certificates[index] as (typeof all.certificates)[number]
      const given = [
        ...head.map((line) => line.text),
        ...organization,
        title,
        lead,
        name,
        unit,
        reason,
        decision,
        placeAndDate,
        signer.role,
        signer.name,
        code,
      ]
      // Lines beside each other are read as one, so that words are looked for.
      for (const word of given.flatMap((own) => (own ?? '').split(/\s+/)).filter((own) => own !== '' && own !== '-'))
        expect(text).toContain(word)
    })
  })

  it.each([
    'Lê A',
    'Nguyễn Thị Hoàng Ngân',
    'Công Tằng Tôn Nữ Hoàng Nguyễn Phương Quỳnh Trang Thùy Dương',
    'Ủy ban Mặt trận Tổ quốc Việt Nam phường Điện Bàn Đông tỉnh Quảng Nam',
    'W'.repeat(60),
  ])('a name stands in full within the frame: %s', async (name) => {
    const bytes = await certificatesPdf(file({ name }), false)
    expect(pdfLines(bytes)[0]?.join('').replace(/\s/g, '')).toContain(name.replace(/\s/g, ''))
    for (const { x, y } of placesOf(bytes)) {
      expect(x).toBeGreaterThan(50)
      expect(x).toBeLessThan(790)
      expect(y).toBeGreaterThan(45)
      expect(y).toBeLessThan(550)
    }
  })

  it('long texts become smaller and stay apart from the signature', async () => {
    const reason = `Đạt giải Nhất\n${'Cuộc thi tìm hiểu chuyển đổi số và an toàn thông tin '.repeat(12).trim()}`
    const text = await textOf({ reason })
    expect(text.match(/chuyển đổi số/g)).toHaveLength(12)
    const [lines = []] = await pagesOf({ reason })
    const at = (word: string) => lines.findIndex((line) => line.includes(word))
    expect(at('Theo Quyết định')).toBeLessThan(at('TRƯỞNG BAN'))
    // Of the reason nothing stands on a line with the signature.
    expect(lines.slice(at('Tam Kỳ, ngày')).join(' ')).not.toContain('chuyển đổi số')
  })

  it('the QR code holds the address of the check page, module by module', async () => {
    const checkUrl = sampleCertificates(1).certificates[0]?.checkUrl ?? ''
    const bytes = await certificatesPdf(sampleCertificates(1), false)
    const { size, data } = qrcode.create(checkUrl, { errorCorrectionLevel: 'M' }).modules
    const side = (25 * 72) / 25.4 / size
    const bars = [...bytes.toString('latin1').matchAll(/^([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re$/gm)]
      .map((match) => match.slice(1).map(Number) as [number, number, number, number])
      .filter(([, , , height]) => Math.abs(height - side - 0.02) < 0.01)
    const left = Math.min(...bars.map(([x]) => x))
    const top = Math.min(...bars.map(([, y]) => y))
    const read = new Uint8Array(size * size)
    for (const [x, y, width] of bars) {
      const row = Math.round((y - top) / side)
      const from = Math.round((x - left) / side)
      read.fill(1, row * size + from, row * size + from + Math.round((width - 0.02) / side))
    }
    expect([...read]).toEqual([...data].map((module) => (module ? 1 : 0)))
    expect(bytes.toString('latin1')).toContain(`/URI (${checkUrl})`)
  })

  it('the same list gives the same bytes; an empty one an empty page', async () => {
    const all = sampleCertificates(3)
    expect((await certificatesPdf(all)).equals(await certificatesPdf(all))).toBe(true)
    expect(pdfLines(await certificatesPdf({ ...all, certificates: [] }, false))).toEqual([[]])
  })
})
