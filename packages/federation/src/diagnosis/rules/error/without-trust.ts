import { type Cause, causeOf } from '../../cause.ts'
import { pairOf } from '../../claims/pair.ts'
import { presentedInLog } from '../../claims/presented.ts'
import type { ErrorCase, ErrorRule } from '../../error/error-case.ts'
import { refusedThoughEqual } from '../token/propagation.ts'

/** Names that AKS gives to the identities of its own add-ons and nodes. https://learn.microsoft.com/azure/aks/use-managed-identity */
const addOn =
  /^(?:azurekeyvaultsecretsprovider|omsagent|azurepolicy|ingressapplicationgateway|aciconnectorlinux|webapprouting|azuredefender|ama-metrics|extension|kubernetes-dashboard)-|-agentpool$/i

/** AADSTS70025: the identity that was asked for has no trust. */
export const withoutTrust: ErrorRule = (found) => ({ phase: 'exchange', causes: causesOf(found) })

function causesOf({ failure, trusts, context }: ErrorCase): readonly Cause[] {
  const { client: id = '', clientName } = failure.quoted
  const client = clientName ?? id
  const [trust] = trusts ?? []
  const own = [context.clientId, context.parent?.clientId, context.parent?.name]
  const isOther =
    own.some((one) => one !== undefined) && client !== '' && !own.includes(client) && !own.includes(id)
  if (trust !== undefined && !isOther) {
    const pair = pairOf(trust, presentedInLog({}), context)
    const [spread] = refusedThoughEqual(pair)
    if (spread !== undefined) {
      return [
        {
          ...spread,
          text: `${named(client)} has a trust by now. ${wordsFor(spread)}`,
          evidence: evidenceOf(client),
        },
      ]
    }
  }
  if (addOn.test(client)) return [ofPlatform(client), without(client, 'possible')]
  return [without(client, 'certain')]
}

function wordsFor({ code }: Cause): string {
  return code === 'trust-new'
    ? 'Wait: it was made minutes ago, and Azure needs some minutes to propagate the first one.'
    : 'Azure still answers as if it had none: wait some minutes, or its record is stale.'
}

function without(client: string, certainty: Cause['certainty']): Cause {
  return causeOf('identity-without-trust', {
    severity: 'block',
    certainty,
    text: `${named(client)} has no configured trust at all, so no token of any workload is taken for it.`,
    evidence: evidenceOf(client),
    fix: `Create the trust on ${client === '' ? 'this identity' : client}, or set the client ID of the identity that has it.`,
  })
}

function ofPlatform(client: string): Cause {
  return causeOf('identity-of-platform', {
    severity: 'block',
    certainty: 'certain',
    text: `${client} is the identity of an add-on of AKS (platform-managed), not one for workloads: it has no trust, and often more rights than a pod should have.`,
    evidence: evidenceOf(client),
    fix: 'Create an own user-assigned identity for the workload, with a trust for its service account, and use its client ID.',
  })
}

function named(client: string): string {
  return client === '' ? 'The identity' : client
}

function evidenceOf(client: string): string {
  return client === '' ? 'AADSTS70025' : `AADSTS70025 names ${client}`
}
