import type { NewRoleAssignment, SetUpParent } from '@trustwright/shared-schemas'
import { Callout } from '../../ui/callout.tsx'
import { CopyButton } from '../copy-button.tsx'
import { useRequester } from '../use-requester.ts'
import { roleRequest } from './role-request.ts'
import { useRoleWords } from './use-role-words.ts'

interface LeftRolesProps {
  readonly name: string
  readonly parent: SetUpParent
  readonly principalId: string | null
  readonly roles: readonly NewRoleAssignment[]
}

/** Roles that the person may not give: what it means, and the request for somebody who may. */
export function LeftRoles({ name, parent, principalId, roles }: LeftRolesProps) {
  const requester = useRequester()
  const words = useRoleWords(roles, name)
  const one = roles.length === 1
  return (
    <Callout
      intent="warning"
      title={
        one
          ? 'The role is left to an administrator'
          : `${String(roles.length)} roles are left to an administrator`
      }
      actions={
        <CopyButton
          value={roleRequest({
            name,
            parent,
            principalId,
            requester,
            roles: roles.map((role, index) => ({ ...role, words: words[index]?.short ?? role.roleId })),
          })}
          what="request to admin"
          text="Copy request to admin"
          appearance="secondary"
        />
      }
    >
      <p>
        You may not give {one ? 'it' : 'them'}. The trust is made all the same: {name} can sign in, and do
        nothing there until somebody gives {one ? 'it' : 'them'}.
      </p>
    </Callout>
  )
}
