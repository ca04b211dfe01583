import type { World } from '../kernel/world.ts'
import { clusterClaims, clusterFields } from './cluster-token.ts'
import { githubClaims } from './github-claims.ts'
import { githubFields } from './github-fields.ts'
import { outsideIssuers, type IssuerId } from './issuer-catalogue.ts'

export interface FieldProblem {
  field: string
  text: string
}

export type Minted = { token: string; claims: Record<string, unknown> } | { problems: FieldProblem[] }

/** Signs a token as the outside platform would, from its natural fields, or says which field is wrong. */
export async function mintToken(id: IssuerId, fields: unknown, world: World): Promise<Minted> {
  const outcome = composeClaims(id, fields, world)
  if ('problems' in outcome) return outcome
  const token = await world.keys.sign(outsideIssuers[id].keyPurpose, outcome.claims)
  return { token, claims: outcome.claims }
}

function composeClaims(
  id: IssuerId,
  fields: unknown,
  world: World,
): { claims: Record<string, unknown> } | { problems: FieldProblem[] } {
  if (id === 'github') {
    const parsed = githubFields.safeParse(fields)
    return parsed.success
      ? { claims: githubClaims(parsed.data, world) }
      : { problems: toProblems(parsed.error.issues) }
  }
  const parsed = clusterFields.safeParse(fields)
  return parsed.success
    ? { claims: clusterClaims(parsed.data, world) }
    : { problems: toProblems(parsed.error.issues) }
}

function toProblems(issues: readonly { path: PropertyKey[]; message: string }[]): FieldProblem[] {
  return issues.map(({ path, message }) => ({ field: path.map(String).join('.'), text: message }))
}
