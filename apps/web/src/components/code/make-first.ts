import type { NewRoleAssignment, SetUpParent } from '@trustwright/shared-schemas'
import { assignCommand } from '../access/assign-command.ts'

/** Commands that make what the trust is stored on, and what gives it access. */
export interface CodeAround {
  /** Before the trust; null where nothing has to be made. */
  readonly before: string | null
  /** After it; null where no role is given. */
  readonly after: string | null
}

/** Stands in the code of a new application until Entra gave it its ID. */
export const applicationPlaceholder = '<application-id>'

interface Around {
  readonly parent: SetUpParent
  readonly roles: readonly NewRoleAssignment[]
  /** Object ID of an existing identity or service principal; null where it was not read. */
  readonly principalId: string | null
}

/**
 * For bash with the Azure CLI. https://learn.microsoft.com/cli/azure/identity#az-identity-create,
 * https://learn.microsoft.com/cli/azure/ad/app#az-ad-app-create, https://learn.microsoft.com/cli/azure/group#az-group-create
 */
export function codeAround({ parent, roles, principalId }: Around): CodeAround {
  return {
    before: makeParent(parent),
    after:
      roles.length === 0
        ? null
        : [
            ...readPrincipal(parent, principalId),
            ...roles.map((role) => assignCommand(principalId ?? '"$PRINCIPAL"', role)),
          ].join('\n'),
  }
}

function makeParent(parent: SetUpParent): string | null {
  if (parent.kind === 'newApplication') {
    return [
      `APP=$(az ad app create --display-name ${word(parent.displayName)} --sign-in-audience AzureADMyOrg --query appId --output tsv)`,
      'az ad sp create --id "$APP"',
      `echo "$APP"  # stands in the code below in place of ${applicationPlaceholder}`,
    ].join('\n')
  }
  if (parent.kind !== 'newManagedIdentity') return null
  const { subscriptionId, resourceGroup, groupLocation, identityName, location } = parent
  const place = (region: string) => `--subscription ${subscriptionId} --location ${region}`
  return [
    ...(groupLocation === undefined
      ? []
      : [`az group create --name ${word(resourceGroup)} ${place(groupLocation)}`]),
    `az identity create --name ${word(identityName)} --resource-group ${word(resourceGroup)} ${place(location)}`,
  ].join('\n')
}

function readPrincipal(parent: SetUpParent, principalId: string | null): readonly string[] {
  if (principalId !== null) return []
  if (parent.kind === 'newApplication')
    return ['PRINCIPAL=$(az ad sp show --id "$APP" --query id --output tsv)']
  if (parent.kind === 'application')
    return [`PRINCIPAL=$(az ad sp show --id ${parent.appId} --query id --output tsv)`]
  const { subscriptionId, resourceGroup, identityName } = parent
  return [
    `PRINCIPAL=$(az identity show --subscription ${subscriptionId} --resource-group ${word(resourceGroup)} --name ${word(identityName)} --query principalId --output tsv)`,
  ]
}

/** One word for bash, whatever it holds. https://www.gnu.org/software/bash/manual/bash.html#Single-Quotes */
function word(value: string): string {
  return /^[A-Za-z0-9_.-]+$/.test(value) && !value.startsWith('-')
    ? value
    : `'${value.replaceAll("'", String.raw`'\''`)}'`
}
