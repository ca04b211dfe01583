import type { SetUpParent } from '@trustwright/shared-schemas'
import { applicationId, identityId, resourceKey } from '../../domain/resource-ids.ts'

/** One key for all rows of the same identity or application. */
export function parentKeyOf(parent: SetUpParent): string {
  if (parent.kind === 'application') return resourceKey(applicationId(parent.appId))
  if (parent.kind === 'newApplication') return `new-application ${parent.displayName}`
  return resourceKey(identityId(parent))
}

/** For a sentence. */
export function parentNameOf(parent: SetUpParent): string {
  if (parent.kind === 'application') return parent.appId
  return parent.kind === 'newApplication' ? parent.displayName : parent.identityName
}
