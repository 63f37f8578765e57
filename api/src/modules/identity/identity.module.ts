import { Global, Module } from '@nestjs/common'
import { ActorResolver } from '../../platform/http/actor.js'
import { AuditModule } from '../audit/index.js'
import { UnitsModule } from '../units/index.js'
import { AccountsService } from './app/accounts.service.js'
import { Passwords } from './app/passwords.js'
import { ProofOfWork } from './app/proof-of-work.js'
import { SessionsService } from './app/sessions.service.js'
import { AuthController } from './http/auth.controller.js'
import { AccountRepository } from './infra/account.repository.js'
import { SessionRepository } from './infra/session.repository.js'
import { SpentProofRepository } from './infra/spent-proof.repository.js'

/** Global because every request asks for its actor. */
@Global()
@Module({
  imports: [AuditModule, UnitsModule],
  controllers: [AuthController],
  providers: [
    AccountsService,
    Passwords,
    ProofOfWork,
    SessionsService,
    AccountRepository,
    SessionRepository,
    SpentProofRepository,
    { provide: ActorResolver, useExisting: SessionsService },
  ],
  exports: [AccountsService, ProofOfWork, SessionsService, ActorResolver],
})
export class IdentityModule {}
