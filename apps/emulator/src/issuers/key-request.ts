import { z } from 'zod'
import type { EmulatorRequest, EmulatorResponse } from '../kernel/operation.ts'
import { readJson } from '../kernel/read-json.ts'
import type { KeyPurpose } from '../kernel/signing-keys.ts'
import { armError } from '../kernel/vendor-errors.ts'
import type { World } from '../kernel/world.ts'
import { findPlatform } from './catalogue.ts'
import { unknownPlatform } from './unknown-platform.ts'

const body = z.strictObject({ issuer: z.string().optional(), kid: z.string().min(1).optional() })

/** Whose keys are meant: the issuer in the body, or the platform's standard one. */
export function readKeyRequest(
  request: EmulatorRequest,
  world: World,
): { issuer: string; keyPurpose: KeyPurpose; kid?: string } | { refusal: EmulatorResponse } {
  const platform = findPlatform(request.params.issuer ?? '')
  if (!platform) return { refusal: unknownPlatform(request) }
  const read = readJson(request)
  if ('refusal' in read) return read
  const parsed = body.safeParse(read.value)
  if (!parsed.success) {
    const text = 'The body must be {} or name an issuer and a kid: {"issuer":"https://…","kid":"…"}.'
    return { refusal: armError(400, 'BadRequest', text) }
  }
  const { issuer = platform.standardIssuer, kid } = parsed.data
  if (platform.fieldsOfIssuer(issuer, world) === undefined) {
    return { refusal: armError(400, 'BadRequest', `${issuer} is no issuer of ${platform.title}.`) }
  }
  return { issuer, keyPurpose: platform.keyPurpose(issuer), ...(kid === undefined ? {} : { kid }) }
}
