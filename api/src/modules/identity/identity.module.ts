import { Global, Module } from '@nestjs/common'
import { ActorResolver } from '../../platform/http/actor.js'
import { AuditModule } from '../audit/index.js'
import { UnitsModule } from '../units/index.js'
import { AccountsService } from './app/accounts.service.js'
import { Passwords } from './app/passwords.js'
import { SessionsService } from './app/sessions.service.js'
import { AuthController } from './http/auth.controller.js'
import { AccountRepository } from './infra/account.repository.js'
import { SessionRepository } from './infra/session.repository.js'

/** Global because every request asks for its actor. */
@Global()
@Module({
  imports: [AuditModule, UnitsModule],
  controllers: [AuthController],
  providers: [
    AccountsService,
    Passwords,
    SessionsService,
    AccountRepository,
    SessionRepository,
    { provide: ActorResolver, useExisting: SessionsService },
  ],
  exports: [AccountsService, SessionsService, ActorResolver],
})
export class IdentityModule {}
