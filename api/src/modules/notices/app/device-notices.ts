import { Injectable } from '@nestjs/common'
import { SessionsService } from '../../identity/index.js'
import { NoticesService } from './notices.service.js'

/** ID-9: who an account belongs to hears when it is signed in on a device that it has not used, with the way to end that. */
@Injectable()
export class DeviceNotices {
  constructor(notices: NoticesService, sessions: SessionsService) {
    sessions.onNewDevice(({ accountId, label }) =>
      notices.tell(null, [accountId], 'new-device', { device: label }, '/toi'),
    )
  }
}
