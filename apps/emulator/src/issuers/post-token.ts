import type { EmulatorResponse, Operation } from '../kernel/operation.ts'
import { readJson } from '../kernel/read-json.ts'
import { armError } from '../kernel/vendor-errors.ts'
import { outsideIssuers } from './issuer-catalogue.ts'
import { mintToken } from './mint-token.ts'

export const postToken: Operation = {
  id: 'issuers/post-token',
  method: 'POST',
  path: '/issuers/{issuer}/token',
  summary: 'Mints a token as GitHub Actions or a cluster would, from its natural fields',
  source: 'https://docs.github.com/actions/reference/security/oidc',
  handle: async (request, world) => {
    const issuer = Object.values(outsideIssuers).find(({ id }) => id === request.params.issuer)
    if (!issuer) {
      const known = Object.keys(outsideIssuers).join(', ')
      return armError(404, 'NotFound', `No issuer '${request.params.issuer}' runs here. These do: ${known}.`)
    }
    const body = readJson(request)
    if ('refusal' in body) return body.refusal
    const minted = await mintToken(issuer.id, body.value, world)
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
