import { useSearch } from '@tanstack/react-router'
import type { IdentityPath } from '@trustwright/shared-schemas'
import { useGo } from '../../components/app-link.tsx'
import { paths } from '../../paths.ts'

/** Reads and writes the chosen identity in the address of the form; the rest of the address stays. */
export function usePickedIdentity() {
  const search = useSearch({ from: '/new' })
  const go = useGo()
  const addressOf = (pick: { subscription?: string; group?: string; identity?: string }) => {
    const { subscription: _, group: __, identity: ___, ...rest } = search
    return paths.trustCreate({ ...pick, ...rest })
  }
  return {
    pickSubscription: (subscription: string) => go(addressOf({ subscription }), { replace: true }),
    pickIdentity: ({ subscriptionId, resourceGroup, identityName }: IdentityPath) =>
      go(addressOf({ subscription: subscriptionId, group: resourceGroup, identity: identityName }), {
        replace: true,
      }),
    addressWithout: addressOf(search.subscription === undefined ? {} : { subscription: search.subscription }),
  }
}
