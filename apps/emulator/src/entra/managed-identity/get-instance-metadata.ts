import type { Operation } from '../../kernel/operation.ts'

const versions = ['2021-12-13', '2021-02-01', '2020-09-01']

export const getInstanceMetadata: Operation = {
  id: 'entra/get-instance-metadata',
  method: 'GET',
  path: '/metadata/instance',
  summary:
    'The probe by which SDKs find out that there is a metadata service; of the machine only its environment',
  source: 'https://learn.microsoft.com/azure/virtual-machines/instance-metadata-service',
  handle: ({ headers, query }) => {
    if (headers.metadata?.toLowerCase() !== 'true') {
      return { status: 400, body: { error: 'Bad request. Required metadata header not specified' } }
    }
    if (!query.has('api-version')) {
      return {
        status: 400,
        body: {
          error: 'Bad request. api-version was not specified in the request',
          'newest-versions': versions,
        },
      }
    }
    return {
      status: 200,
      body: {
        compute: { azEnvironment: 'AzurePublicCloud', name: 'emulator', provider: 'Microsoft.Compute' },
      },
    }
  },
}
