import { useSession } from '../use-session.ts'
import { Callout } from '../../ui/callout.tsx'
import { CopyButton } from '../copy-button.tsx'

interface NotAdministratorProps {
  /** What administrators do here: `accept findings`. */
  readonly to: string
  /** A page that the message leads to, as an address of the portal. */
  readonly at: string
}

/** Who can do it, and a message to them ready to send. */
export function NotAdministrator({ to, at }: NotAdministratorProps) {
  const { user } = useSession()
  if (user?.isAdmin !== false) return null
  return (
    <Callout
      intent="information"
      title={`Administrators of this portal ${to}`}
      actions={
        <CopyButton
          value={`Can you look at this in Trustwright, and ${to} where that is right?\n${window.location.origin}${at}\nAccount: ${user.username}`}
          what="request to an administrator"
          text="Copy request to an administrator"
          appearance="secondary"
        />
      }
    >
      <p>
        They have the app role Trustwright.Admin, or stand in the portal’s settings. An administrator of your
        directory can tell who they are. What is wrong with your own trusts you can mend yourself.
      </p>
    </Callout>
  )
}
