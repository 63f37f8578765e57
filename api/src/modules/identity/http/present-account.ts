import type { AccountEntity } from '../infra/account.entity.js'

export function presentAccount(account: AccountEntity, unitName: string | null) {
  return {
    id: account.id,
    role: account.role,
    login: account.login,
    fullName: account.fullName,
    birthDate: account.birthDate,
    unitId: account.unitId,
    unitName,
    guardianName: account.guardianName,
    mustChangePassword: account.mustChangePassword,
  }
}
