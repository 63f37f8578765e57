import { Module } from '@nestjs/common'
import { DeviceNotices } from './app/device-notices.js'
import { NoticesService } from './app/notices.service.js'
import { NoticesController } from './http/notices.controller.js'
import { NoticeRepository } from './infra/notice.repository.js'

@Module({
  controllers: [NoticesController],
  providers: [NoticesService, DeviceNotices, NoticeRepository],
  exports: [NoticesService],
})
export class NoticesModule {}
