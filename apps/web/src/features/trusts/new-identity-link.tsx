import { AppLink } from '../../components/app-link.tsx'
import { useHere } from '../../components/use-here.ts'
import { paths } from '../../paths.ts'

/** Leads to the form of a new identity and back here, with everything kept. */
export function NewIdentityLink({ subscriptionId }: { readonly subscriptionId: string | null }) {
  const here = useHere()
  return (
    <AppLink href={paths.identityCreate({ subscription: subscriptionId ?? undefined, returnTo: here })}>
      Make a new identity
    </AppLink>
  )
}
