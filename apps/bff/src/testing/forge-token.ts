import { generateKeyPair, SignJWT } from 'jose'
import * as z from 'zod'

/** Header and claims of a right token, signed by a key that its issuer does not publish. */
export async function forgeToken(real: string, alg = 'RS256'): Promise<string> {
  const [head = '', payload = ''] = real.split('.')
  const { privateKey } = await generateKeyPair(alg)
  return await new SignJWT(read(payload)).setProtectedHeader({ ...read(head), alg }).sign(privateKey)
}

function read(part: string): Record<string, unknown> {
  return z.record(z.string(), z.unknown()).parse(JSON.parse(Buffer.from(part, 'base64url').toString()))
}
