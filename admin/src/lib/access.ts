import { type RouteName, routes } from '@thiso/contracts/routes'
import type { Role } from '@thiso/contracts/vocab'

/** May this role call the route? What the panel shows follows the contract, not a list of its own. */
export function mayCall(role: Role, name: RouteName): boolean {
  const access: 'public' | 'signed-in' | readonly Role[] = routes[name].access
  return typeof access === 'string' || access.includes(role)
}
