import type { Operation } from '../kernel/operation.ts'
import { mintToken } from './mint-token.ts'
import { toMintFields } from './sample-forms.ts'
import { formPage, unknownIssuerPage } from './sample-page.ts'
import { readSampleRequest } from './sample-request.ts'

export const postSample: Operation = {
  id: 'issuers/post-sample',
  method: 'POST',
  path: '/issuers/sample',
  summary: 'Mints the sample token that the page describes and shows it',
  source: 'the emulator itself',
  handle: async (request, world) => {
    const { issuer, wantedIssuer, ...sample } = readSampleRequest(request)
    if (!issuer) return unknownIssuerPage(wantedIssuer)
    const values = Object.fromEntries(new URLSearchParams(request.body))
    const minted = await mintToken(issuer.id, toMintFields(issuer.id, values), world)
    return formPage({ ...sample, issuer, values, understood: true, minted })
  },
}
