import type { Operation } from '../kernel/operation.ts'
import { formPage, startPage, unknownIssuerPage } from './sample-page.ts'
import { readSampleRequest } from './sample-request.ts'

export const getSample: Operation = {
  id: 'issuers/get-sample',
  method: 'GET',
  path: '/issuers/sample',
  summary: 'Page that mints a sample token: takes issuer, subject and audience wanted in the query',
  source: 'the emulator itself',
  handle: (request, world) => {
    const sample = readSampleRequest(request, world)
    if (sample.platform) return formPage(sample)
    return sample.wantedIssuer === '' ? startPage() : unknownIssuerPage(sample.wantedIssuer)
  },
}
