import type { Application, User } from '../../kernel/entities/directory.ts'
import type { World } from '../../kernel/world.ts'
import { EntraRefusal } from '../core/refusal.ts'
import { requireAudience } from '../core/sign-in-audience.ts'
import type { TenantInPath } from '../core/tenant-path.ts'
import { reasonToRefuse } from '../interaction/refuse-person.ts'

/**
 * What is judged again at each redemption: the directory in the path knows the application and the person, and the
 * application is neither disabled nor kept for others. The texts are those of the sign-in page.
 * https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
export function admitPerson(
  application: Application,
  user: User,
  directory: TenantInPath,
  world: World,
): void {
  requireAudience(application, directory, world)
  const refused = reasonToRefuse({ client: application, tenant: directory }, user, world)
  if (refused) throw new EntraRefusal(refused)
}
