import type { World } from '../kernel/world.ts'
import type { Claims, FieldProblem, Platform } from './platform.ts'

export type Minted = { token: string; claims: Claims } | { problems: FieldProblem[] }

/** Signs a token as the outside platform would, from its natural fields, or says which field is wrong. */
export async function mintToken(platform: Platform, fields: unknown, world: World): Promise<Minted> {
  const composed = platform.compose(fields, world)
  if ('problems' in composed) return composed
  if (platform.id === 'generic') remember(composed.issuer, world)
  const token = await world.keys.sign(composed.keyPurpose, composed.claims)
  return { token, claims: composed.claims }
}

/** The address of a discovery document does not tell whether its issuer ends with a slash. */
function remember(issuer: string, { store }: World): void {
  const key = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
  if (
    (store.genericIssuers.get(key)?.issuer ?? key.replace('/.well-known/openid-configuration', '')) === issuer
  )
    return
  store.genericIssuers.put(key, { issuer })
}
