import type { ApplicationOwner } from '@trustwright/shared-schemas'

const kinds: Record<ApplicationOwner['kind'], string | null> = {
  user: null,
  servicePrincipal: 'service principal',
  other: 'neither a person nor a service principal',
}

/** `Dana Developer (dana@contoso.onmicrosoft.com), you`; by its ID where Graph told no name. */
export function ownerWords(owner: ApplicationOwner, ownObjectId: string | null): string {
  const { objectId, displayName, username, kind } = owner
  const name = displayName ?? username ?? objectId
  const parts = [
    username !== null && username !== name ? `${name} (${username})` : name,
    ...(kinds[kind] === null ? [] : [kinds[kind]]),
    ...(ownObjectId?.toLowerCase() === objectId.toLowerCase() ? ['you'] : []),
  ]
  return parts.join(', ')
}
