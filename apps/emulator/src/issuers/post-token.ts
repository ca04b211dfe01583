import type { EmulatorResponse, Operation } from '../kernel/operation.ts'
import { readJson } from '../kernel/read-json.ts'
import { armError } from '../kernel/vendor-errors.ts'
import { findPlatform } from './catalogue.ts'
import { mintToken } from './mint-token.ts'
import { unknownPlatform } from './unknown-platform.ts'

export const postToken: Operation = {
  id: 'issuers/post-token',
  method: 'POST',
  path: '/issuers/{issuer}/token',
  summary: "Mints a token as the outside platform would, from the platform's natural fields",
  source: 'https://docs.github.com/actions/reference/security/oidc',
  handle: async (request, world) => {
    const platform = findPlatform(request.params.issuer ?? '')
    if (!platform) return unknownPlatform(request)
    const body = readJson(request)
    if ('refusal' in body) return body.refusal
    const minted = await mintToken(platform, body.value, world)
    if ('problems' in minted) return unacceptable(minted.problems)
    return { status: 200, headers: { 'cache-control': 'no-store' }, body: minted }
  },
}

function unacceptable(problems: { field: string; text: string }[]): EmulatorResponse {
  const sentences = problems.map(({ field, text }) => `${field} ${text}`.trim())
  return armError(400, 'BadRequest', `${sentences.join('; ')}.`, {
    details: problems.map(({ field, text }) => ({ code: 'BadRequest', target: field, message: text })),
  })
}
