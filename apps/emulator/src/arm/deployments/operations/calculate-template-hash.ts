import { armOperation } from '../../core/arm-operation.ts'
import { armTypes } from '../../core/arm-types.ts'
import { isObject } from '../language/json.ts'
import { readJson } from '../template/read-json.ts'
import { wrongMember } from '../template/template-refusal.ts'
import { templateHash } from '../engine/deployment-record.ts'

export const calculateTemplateHash = armOperation({
  id: 'arm/calculate-template-hash',
  method: 'POST',
  path: '/providers/Microsoft.Resources/calculateTemplateHash',
  armType: armTypes.deployments,
  readsOnly: true,
  summary: 'Hash of a template; equal for equal templates',
  source: 'https://learn.microsoft.com/rest/api/resources/deployments/calculate-template-hash',
  handle: ({ request }) => {
    const { value } = readJson(request.body)
    if (!isObject(value)) throw wrongMember('', 'an object', undefined)
    return {
      status: 200,
      body: { minifiedTemplate: JSON.stringify(value), templateHash: templateHash(value) },
    }
  },
})
