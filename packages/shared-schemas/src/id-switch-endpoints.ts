import { endpoint } from './endpoint.ts'
import { IdSwitch, IdSwitchRemoval, IdSwitchRequest } from './id-switch.ts'
import { DeletedTrust } from './trust.ts'

/** The addresses of the switch to subjects with IDs; a part of `endpoints`. */
export const idSwitchEndpoints = {
  readIdSwitch: endpoint({
    operationId: 'readIdSwitch',
    summary: 'How far a trust is on its way to a subject with immutable IDs, read anew from Azure and GitHub',
    method: 'POST',
    path: '/api/id-switch',
    access: 'signed-in',
    requestsPerMinute: 60,
    body: IdSwitchRequest,
    status: 200,
    reply: IdSwitch,
    errors: ['NOT_FOUND', 'FORBIDDEN'],
  }),
  removeSwitchedTrust: endpoint({
    operationId: 'removeSwitchedTrust',
    summary: 'Delete the trust with names, once the one with IDs was seen working or for a written reason',
    method: 'POST',
    path: '/api/id-switch/removal',
    access: 'signed-in',
    body: IdSwitchRemoval,
    status: 200,
    reply: DeletedTrust,
    errors: [
      'NOT_FOUND',
      'FORBIDDEN',
      'ID_SWITCH_NOT_READY',
      'TRUST_CHANGED_MEANWHILE',
      'CONCURRENT_WRITE',
      'RESOURCE_LOCKED',
    ],
  }),
} as const
