import { parseJson } from '../../kernel/parse-json.ts'
import { z } from 'zod'
import { invalidRequest } from './refusal.ts'

const wanted = z
  .object({
    essential: z.boolean().optional(),
    value: z.string().optional(),
    values: z.array(z.string()).optional(),
  })
  .nullable()

const part = z.looseObject({ acrs: wanted.optional(), amr: wanted.optional(), xms_cc: wanted.optional() })

const request = z.looseObject({ access_token: part.optional(), id_token: part.optional() })

/** What of a `claims` parameter changes how a person signs in or what the token says. */
export interface ClaimsRequest {
  /** Authentication contexts, such as `p1` and `c1`, that must be satisfied. */
  acrs: string[]
  /** What a refusal hands back for the next interactive sign-in: the demands alone. */
  challenge: string
  /** A second factor is demanded, by an authentication context or by `amr`. */
  multifactor: boolean
  /** What the client says that it can take: `cp1` for claims challenges. */
  capabilities: string[]
}

/**
 * Reads the `claims` parameter. Not JSON, or another shape: AADSTS90100.
 * https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
export function readClaimsRequest(claims: string | null): ClaimsRequest {
  if (claims === null || claims === '') {
    return { acrs: [], challenge: '', multifactor: false, capabilities: [] }
  }
  const parsed = request.safeParse(readJson(claims))
  if (!parsed.success) throw invalidRequest(90100, "The 'claims' parameter is empty or not valid.")
  const parts = [parsed.data.access_token, parsed.data.id_token].filter((each) => each !== undefined)
  const acrs = parts.flatMap((each) => valuesOf(each.acrs))
  const amr = parts.flatMap((each) => valuesOf(each.amr))
  return {
    acrs: [...new Set(acrs)],
    challenge: challengeFor(acrs),
    multifactor: acrs.length > 0 || amr.some((method) => method === 'mfa' || method === 'ngcmfa'),
    capabilities: valuesOf(parsed.data.access_token?.xms_cc),
  }
}

/** `p1` is the context that a second factor alone satisfies. */
function challengeFor(acrs: readonly string[]): string {
  const values = acrs.length === 0 ? ['p1'] : [...new Set(acrs)]
  return JSON.stringify({ access_token: { acrs: { essential: true, values } } })
}

function valuesOf(claim: z.infer<typeof wanted> | undefined): string[] {
  if (!claim) return []
  return [...(claim.value === undefined ? [] : [claim.value]), ...(claim.values ?? [])]
}

function readJson(text: string): unknown {
  try {
    return parseJson(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
