export { NoticesModule } from './notices.module.js'
export { NoticesService } from './app/notices.service.js'
export { NoticeEntity } from './infra/notice.entity.js'
