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
    const sample = readSampleRequest(request, world)
    if (!sample.platform) return unknownIssuerPage(sample.wantedIssuer)
    const values = Object.fromEntries(new URLSearchParams(request.body))
    const fields = { ...toMintFields(sample.platform, values), ...sample.issuerFields }
    const minted = await mintToken(sample.platform, fields, world)
    return formPage({ ...sample, values, understood: true, minted })
  },
}
