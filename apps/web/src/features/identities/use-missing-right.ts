import { useQuery } from '@tanstack/react-query'
import { resourceGroupAccessQuery } from '../../api/identity-queries.ts'
import type { IdentityFormValues } from './identity-form.ts'
import { missingRight, worthTelling, type KnownRights } from './missing-right.ts'

/** What the person lacks for the group that is chosen now, asked of Azure as soon as it is chosen. */
export function useMissingRight(
  subscriptionId: string,
  values: IdentityFormValues,
  inSubscription: Pick<KnownRights, 'createGroup' | 'createIdentity'>,
) {
  const { groupChoice, existingGroup } = values
  const asked = useQuery({
    ...resourceGroupAccessQuery(subscriptionId, existingGroup),
    enabled: groupChoice === 'existing' && existingGroup !== '',
  })
  return {
    missing: missingRight(values, { ...inSubscription, createInGroup: asked.data?.createIdentity ?? null }),
    /** Why Azure did not answer; nothing stands in the way then. */
    error: groupChoice === 'existing' ? worthTelling(asked.error) : null,
    askAgain: () => void asked.refetch(),
  }
}
