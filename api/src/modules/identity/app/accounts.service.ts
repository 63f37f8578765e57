import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { fold, type Role } from '@thiso/contracts/vocab'
import { canonicalJson } from '../../../kernel/canonical-json.js'
import { Clock } from '../../../kernel/clock.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import { vietnamDay } from '../../../kernel/vietnam-time.js'
import { RateLimits } from '../../../platform/live/rate-limits.js'
import { AuditService } from '../../audit/index.js'
import { UnitsService } from '../../units/index.js'
import { admission } from '../domain/age.js'
import { CONSENT } from '../domain/consent-text.js'
import { isWeakPassword } from '../domain/password-policy.js'
import type { AccountEntity } from '../infra/account.entity.js'
import { AccountRepository, type NewConsent } from '../infra/account.repository.js'
import { Passwords } from './passwords.js'
import { SessionsService } from './sessions.service.js'

export interface SignUp {
  login: string
  password: string
  fullName: string
  birthDate: string
  unitId: string
  consentVersion: string
  guardian?: { fullName: string; isConsentGiven: true } | undefined
}

export interface ProfileChange {
  fullName?: string | undefined
  birthDate?: string | undefined
  unitId?: string | undefined
  guardian?: { fullName: string; isConsentGiven: true } | undefined
}

@Injectable()
export class AccountsService {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly passwords: Passwords,
    private readonly sessions: SessionsService,
    private readonly units: UnitsService,
    private readonly limits: RateLimits,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Makes a contestant's account with its recorded consents. */
  async signUp(input: SignUp, address: string): Promise<AccountEntity> {
    await this.limits.take('signUpByAddress', address)
    if (input.consentVersion !== CONSENT.version) throw new ProblemError('AUTH.CONSENT_OUTDATED')
    const guardianName = this.admit(input.birthDate, input.guardian?.fullName)
    if (!(await this.units.find(input.unitId))) throw new ProblemError('UNIT.NOT_FOUND')
    if (isWeakPassword(input.password, input.login, input.fullName, fold)) throw new ProblemError('AUTH.WEAK_PASSWORD')
    const account = {
      id: randomUUID(),
      role: 'contestant' as const,
      login: input.login,
      passwordHash: await this.passwords.hash(input.password),
      mustChangePassword: false,
      fullName: input.fullName,
      nameFolded: fold(input.fullName),
      birthDate: input.birthDate,
      unitId: input.unitId,
      guardianName,
    }
    const consents: NewConsent[] = [{ version: CONSENT.version, textSha256: consentHash(), givenBy: 'self' }]
    if (guardianName) consents.push({ version: CONSENT.version, textSha256: consentHash(), givenBy: 'guardian' })
    if (!(await this.accounts.insert(account, consents))) throw new ProblemError('AUTH.LOGIN_TAKEN')
    return this.demand(account.id)
  }

  /** @returns the account behind right credentials; every wrong try takes equally long and says the same */
  async signIn(login: string, password: string, address: string): Promise<AccountEntity> {
    await this.limits.look('wrongSignInByAddress', address)
    await this.limits.take('signInByAddress', address)
    await this.limits.take('signInByLogin', login)
    const account = await this.accounts.findByLogin(login)
    if (!(await this.passwords.matches(account?.passwordHash ?? null, password)) || !account) {
      await this.limits.take('wrongSignInByAddress', address)
      throw new ProblemError('AUTH.WRONG_CREDENTIALS')
    }
    await this.limits.forgive('signInByLogin', login)
    return account
  }

  /** Changes the password and ends every session of the account; the caller starts a new one. */
  async changePassword(accountId: string, currentPassword: string, newPassword: string): Promise<void> {
    await this.limits.take('passwordByAccount', accountId)
    const account = await this.demand(accountId)
    if (!(await this.passwords.matches(account.passwordHash, currentPassword)))
      throw new ProblemError('AUTH.WRONG_CREDENTIALS')
    if (isWeakPassword(newPassword, account.login, account.fullName, fold) || newPassword === currentPassword)
      throw new ProblemError('AUTH.WEAK_PASSWORD')
    const passwordHash = await this.passwords.hash(newPassword)
    await this.accounts.update(accountId, { passwordHash, mustChangePassword: false })
    await this.sessions.end(accountId, {})
  }

  async updateProfile(accountId: string, change: ProfileChange): Promise<AccountEntity> {
    const account = await this.demand(accountId)
    const birthDate = change.birthDate ?? account.birthDate
    const guardianName = birthDate
      ? this.admit(birthDate, change.guardian?.fullName ?? account.guardianName ?? undefined)
      : null
    if (change.unitId && !(await this.units.find(change.unitId))) throw new ProblemError('UNIT.NOT_FOUND')
    const isNewGuardian = guardianName !== null && change.guardian !== undefined
    await this.accounts.update(
      accountId,
      {
        ...(change.fullName ? { fullName: change.fullName, nameFolded: fold(change.fullName) } : {}),
        ...(change.birthDate ? { birthDate: change.birthDate } : {}),
        ...(change.unitId ? { unitId: change.unitId } : {}),
        guardianName,
      },
      isNewGuardian ? [{ version: CONSENT.version, textSha256: consentHash(), givenBy: 'guardian' }] : [],
    )
    this.sessions.forgetAccount(accountId)
    return this.demand(accountId)
  }

  /** An account for staff, or a new password for anyone: the password is random, shown once and must be replaced. */
  async createStaff(actorId: string | null, input: { login: string; fullName: string; role: Role }) {
    const temporaryPassword = randomPassword()
    const id = randomUUID()
    const isNew = await this.accounts.insert(
      {
        id,
        role: input.role,
        login: input.login,
        passwordHash: await this.passwords.hash(temporaryPassword),
        mustChangePassword: true,
        fullName: input.fullName,
        nameFolded: fold(input.fullName),
        birthDate: null,
        unitId: null,
        guardianName: null,
      },
      [],
      (manager) => this.audit.record(actorId, 'account.created', `account:${id}`, { role: input.role }, manager),
    )
    if (!isNew) throw new ProblemError('AUTH.LOGIN_TAKEN')
    return { accountId: id, login: input.login, temporaryPassword }
  }

  async resetPassword(actorId: string, accountId: string) {
    const account = await this.accounts.findById(accountId)
    if (!account) throw new ProblemError('PERSON.NOT_FOUND')
    const temporaryPassword = randomPassword()
    const passwordHash = await this.passwords.hash(temporaryPassword)
    await this.accounts.update(accountId, { passwordHash, mustChangePassword: true }, [], (manager) =>
      this.audit.record(actorId, 'account.password_reset', `account:${accountId}`, {}, manager),
    )
    await this.sessions.end(accountId, {})
    return { accountId, login: account.login, temporaryPassword }
  }

  async setRole(actorId: string, accountId: string, role: Role, reason: string): Promise<void> {
    const account = await this.accounts.findById(accountId)
    if (!account) throw new ProblemError('PERSON.NOT_FOUND')
    const detail = { from: account.role, to: role, reason }
    const isDone = await this.accounts.setRole(accountId, role, (manager) =>
      this.audit.record(actorId, 'account.role_changed', `account:${accountId}`, detail, manager),
    )
    if (!isDone) throw new ProblemError('PERSON.LAST_ADMINISTRATOR')
    this.sessions.forgetAccount(accountId)
  }

  async demand(accountId: string): Promise<AccountEntity> {
    const account = await this.accounts.findById(accountId)
    if (!account) throw new ProblemError('PERSON.NOT_FOUND')
    return account
  }

  async search(filter: {
    q?: string | undefined
    unitId?: string | undefined
    role?: Role | undefined
    id?: string
    page: number
    size: number
  }) {
    return this.accounts.search({
      id: filter.id,
      q: filter.q ? fold(filter.q) : undefined,
      unitIds: filter.unitId ? [...(await this.units.subtreeOf(filter.unitId))] : undefined,
      role: filter.role,
      page: filter.page,
      size: filter.size,
    })
  }

  consentsOf(accountId: string) {
    return this.accounts.consentsOf(accountId)
  }

  /** @returns the guardian's name to store; null when none is needed */
  private admit(birthDate: string, guardianName: string | undefined): string | null {
    const today = vietnamDay(this.clock.now())
    switch (admission(birthDate, today)) {
      case 'too_young':
        throw new ProblemError('AUTH.TOO_YOUNG')
      case 'impossible':
        throw new ProblemError('REQUEST.INVALID', undefined, [
          {
            path: 'birthDate',
            code: 'not_valid',
            messages: { vi: 'Ngày sinh này không thể đúng.', en: 'This date of birth cannot be right.' },
          },
        ])
      case 'guardian_needed':
        if (!guardianName) throw new ProblemError('AUTH.GUARDIAN_NEEDED')
        return guardianName
      case 'admitted':
        return null
    }
  }
}

/** The hash of the consent text that is shown now. */
function consentHash(): string {
  return createHash('sha256').update(canonicalJson(CONSENT)).digest('hex')
}

/** 12 characters that are not mistaken for one another when read out (60 bits). */
function randomPassword(): string {
  const alphabet = '23456789abcdefghjkmnpqrstuvwxyz'
  return [...randomBytes(12)].map((byte) => alphabet[byte % alphabet.length]).join('')
}
