import type { Operation } from '../kernel/operation.ts'
import { readSampleRequest } from './sample-request.ts'
import { formPage, startPage, unknownIssuerPage } from './sample-page.ts'

export const getSample: Operation = {
  id: 'issuers/get-sample',
  method: 'GET',
  path: '/issuers/sample',
  summary: 'Page that mints a sample token: takes issuer, subject and audience wanted in the query',
  source: 'the emulator itself',
  handle: (request) => {
    const sample = readSampleRequest(request)
    if (sample.issuer) return formPage({ ...sample, issuer: sample.issuer })
    return sample.wantedIssuer === '' ? startPage() : unknownIssuerPage(sample.wantedIssuer)
  },
}
