import type { AddressInfo } from 'node:net'
import os from 'node:os'
import { Inject, Injectable } from '@nestjs/common'
import { HttpAdapterHost } from '@nestjs/core'
import { lanAddresses } from '../../../kernel/lan-addresses.js'
import { SETTINGS } from '../../../platform/config/config.module.js'
import type { Settings } from '../../../platform/config/settings.js'
import { qrPath } from '../../../platform/documents/qr-modules.js'

const ANYWHERE = /^(0\.0\.0\.0|::|\*)$/
const LOOPBACK = /^(127\.|localhost$|::1$)/

/** A teacher tries no more than these, the likeliest first. */
const MOST_ADDRESSES = 4

interface DoorAddress {
  url: string
  qr: ReturnType<typeof qrPath>
}

/** Where the phones of a class come in: addresses that lead here from another device, with their QR codes. */
@Injectable()
export class Doors {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly http: HttpAdapterHost,
  ) {}

  /** CR-55, CR-56: for pupils; null once a lesson has no PIN any more. The key stands in the fragment, which no server and no log is told. */
  ofPupils({ pin, doorKey }: { pin: string | null; doorKey: string | null }) {
    return pin === null ? null : this.to(`/lop/${pin}${doorKey === null ? '' : `#${doorKey}`}`)
  }

  /** For the teacher's phone. The code stands in the fragment, which no server and no log is told. */
  ofRemote(code: string) {
    return this.to(`/dieu-khien#${code}`)
  }

  private to(path: string) {
    const [first, ...others] = this.bases().map((base) => {
      const url = new URL(path, base).href
      return { url, qr: qrPath(url) }
    })
    return { ...(first as DoorAddress), others }
  }

  /** The public address where one is set, otherwise this machine's in the room; asked each time, since a laptop changes networks. */
  private bases(): string[] {
    const { publicUrl, host, port } = this.settings
    if (publicUrl) return [publicUrl]
    const address = this.http.httpAdapter.getHttpServer().address() as AddressInfo | string | null
    const listened = typeof address === 'object' && address ? address.port : port
    return this.names(host).map((name) => `http://${name}:${listened}`)
  }

  private names(host: string): string[] {
    if (LOOPBACK.test(host)) return ['localhost']
    if (!ANYWHERE.test(host)) return [host.includes(':') ? `[${host}]` : host]
    const found = lanAddresses(os.networkInterfaces())
    return found.length > 0 ? found.slice(0, MOST_ADDRESSES) : ['localhost']
  }
}
