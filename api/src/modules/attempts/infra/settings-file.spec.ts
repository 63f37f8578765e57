import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { configKeyOf } from '../domain/safe-browser-settings.js'
import { settingsIn } from './settings-file.js'

describe('PE-9: the Config Key of settings', () => {
  /** As published with the golden vectors. */
  const TINY =
    '{"allowQuit":true,"sendBrowserExamKey":true,"startURL":"https://thi.example.vn/exam/42","URLFilterEnable":false}'
  const TINY_KEY = 'ef2e6d0493d880a84d2c96648c2c9b57257890ccc13d878bfed1fc4bab909ee3'
  const bytes = (text: string) => new TextEncoder().encode(text)
  const keyIn = (file: Uint8Array) => {
    const settings = settingsIn(file)
    return settings && configKeyOf(settings)
  }

  it('of JSON in any order, with the version of the tool and empty dictionaries left out', () => {
    expect(keyIn(bytes(TINY))).toBe(TINY_KEY)
    const shuffled = {
      URLFilterEnable: false,
      startURL: 'https://thi.example.vn/exam/42',
      originatorVersion: 'SEB 3.9',
      nothing: {},
    }
    expect(keyIn(bytes(JSON.stringify({ ...shuffled, sendBrowserExamKey: true, allowQuit: true })))).toBe(TINY_KEY)
    expect(configKeyOf({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a')
  })

  const PLIST = `<?xml version="1.0" encoding="UTF-8"?>
    <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
    <plist version="1.0"><dict>
      <key>originatorVersion</key><string>SEB_Win_3.9</string>
      <key>URLFilterEnable</key><false/>
      <key>startURL</key><string>https://thi.example.vn/exam/42</string>
      <!-- no words here --><key>nothing</key><dict></dict>
      <key>allowQuit</key><true />
      <key>sendBrowserExamKey</key><true/>
    </dict></plist>`

  it('of a property list, as it is or packed by the browser’s tool', () => {
    const file = bytes(PLIST)
    expect(keyIn(file)).toBe(TINY_KEY)
    expect(keyIn(gzipSync(Buffer.concat([Buffer.from('plnd'), gzipSync(file)])))).toBe(TINY_KEY)
  })

  it('numbers, lists, data, dates and signs as they are hashed', () => {
    const file = bytes(`<plist><dict><key>b</key><array><integer>-3</integer><real>0.5</real><array/></array>
      <key>A</key><data> aGk=
      </data><key>c</key><date>2026-01-02T03:04:05Z</date><key>d</key><string>a &amp; b\\c "q" &#7841;</string><key>e</key><string/></dict></plist>`)
    const expected = '{"A":"aGk=","b":[-3,0.5,[]],"c":"2026-01-02T03:04:05Z","d":"a & b\\c "q" ạ","e":""}'
    expect(keyIn(file)).toBe(createHash('sha256').update(expected).digest('hex'))
  })

  it('encrypted, broken or foreign files have none, and nothing breaks', () => {
    for (const text of [
      'pswd',
      '',
      '<plist><dict><key>a</key></dict></plist>',
      '[1]',
      '{"a":',
      PLIST.slice(0, -30),
      '<plist><dict><key>a</key><string>&own;</string></dict></plist>',
    ])
      expect([text, settingsIn(bytes(text))]).toEqual([text, null])
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (file) => void settingsIn(file)))
  })
})
