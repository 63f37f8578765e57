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

/** Where the phones of a class come in: addresses that lead here from another device, with their QR codes. */
@Injectable()
export class Doors {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly http: HttpAdapterHost,
  ) {}

  /** CR-56: for pupils; null once a lesson has no PIN any more. */
  ofPupils(pin: string | null) {
    return pin === null ? null : this.to(`/lop/${pin}`)
  }

  /** For the teacher's phone. The code stands in the fragment, which no server and no log is told. */
  ofRemote(code: string) {
    return this.to(`/dieu-khien#${code}`)
  }

  private to(path: string) {
    const url = new URL(path, this.base()).href
    return { url, qr: qrPath(url) }
  }

  /** The public address where one is set, otherwise this machine's in the room; asked each time, since a laptop changes networks. */
  private base(): string {
    const { publicUrl, host, port } = this.settings
    if (publicUrl) return publicUrl
    const address = this.http.httpAdapter.getHttpServer().address() as AddressInfo | string | null
    const listened = typeof address === 'object' && address ? address.port : port
    const name = LOOPBACK.test(host)
      ? 'localhost'
      : ANYWHERE.test(host)
        ? (lanAddresses(os.networkInterfaces())[0] ?? 'localhost')
        : host.includes(':')
          ? `[${host}]`
          : host
    return `http://${name}:${listened}`
  }
}
