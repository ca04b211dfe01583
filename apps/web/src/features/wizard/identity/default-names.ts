import { recognise, type Cloud } from '@trustwright/federation'
import type { DraftBody } from '@trustwright/shared-schemas'
import { wantedTrusts } from '../review/set-up-of-draft.ts'

/** `contoso/pay-api`; empty while the workload is not known. */
export function workloadName(body: DraftBody, cloud: Cloud): string {
  const [first] = wantedTrusts(body, cloud)
  return first === undefined ? '' : (recognise(first, cloud)?.workload ?? '')
}

/** `id-pay-api-production`: the name that a new identity starts with. */
export function defaultIdentityName(body: DraftBody, cloud: Cloud): string {
  const last = workloadName(body, cloud).split('/').at(-1) ?? ''
  const { environment = '', branch = '' } = body.fields
  const text = ['id', last, environment || branch]
    .join('-')
    .replace(/[^A-Za-z0-9_-]+/g, '-')
    .replace(/-+/g, '-')
    .replace(/-$/, '')
  return text.length < 4 ? 'id-workload' : text.slice(0, 60).replace(/-$/, '')
}
