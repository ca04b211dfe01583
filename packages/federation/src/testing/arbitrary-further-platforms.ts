import * as fc from 'fast-check'
import type { FieldValues, PresetId } from '../model/preset.ts'
import { eid1Spelling } from '../presets/eid1/spelling.ts'
import { digits, freeName, hostName, issuer, label, lowerGuid, mixedName } from './arbitrary-texts.ts'

const hex = (length: number) =>
  fc.string({
    unit: fc.constantFrom(...Array.from('0123456789abcdef')),
    minLength: length,
    maxLength: length,
  })
/** A subject that is copied: any text without white space around it. */
const copied = freeName.filter((text) => !text.includes('*'))
const account = { namespace: label, serviceAccount: label }

/** A subject of one of Microsoft's callers, of the tenant that the issuer names. */
function ofCaller(app: string) {
  return fc.tuple(lowerGuid, label).map(([tenant, tail]) => ({
    issuer: `https://login.microsoftonline.com/${tenant}/v2.0`,
    subject: `/eid1/c/pub/t/${eid1Spelling.write(tenant)}/a/${app}/${tail}`,
  }))
}

/** Controllers run on clusters of vendors too. */
const anyCluster = fc.oneof(
  issuer,
  lowerGuid.map((id) => `https://westeurope.oic.prod-aks.azure.com/${id}/${id}/`),
)

/** Fields of the platforms with few of them, and of those whose values are copied. */
export const furtherPlatforms: Partial<Readonly<Record<PresetId, fc.Arbitrary<FieldValues>>>> = {
  codefresh: fc.record({
    account: hex(24),
    pipeline: hex(24),
    trigger: fc.constantFrom('cron', 'manual'),
    initiator: mixedName,
  }),
  buddy: fc.record({
    issuer: fc.constantFrom('', 'eu-', 'asia-').map((region) => `https://${region}oidc.buddyusercontent.com`),
    subject: copied,
  }),
  'argo-cd': fc.record({
    issuer: anyCluster,
    controller: fc.constantFrom('argocd-application-controller', 'argocd-server', 'argocd-repo-server'),
  }),
  flux: fc.record({
    issuer: anyCluster,
    controller: fc.constantFrom('source-controller', 'kustomize-controller', 'notification-controller'),
  }),
  tekton: fc.record({ issuer: anyCluster, namespace: label, serviceAccount: fc.constant('pipeline') }),
  gke: fc.record({
    project: label.map((text) => text.slice(0, 30)),
    location: fc.constantFrom('europe-west4', 'us-central1-a'),
    cluster: label.map((text) => text.slice(0, 40)),
    ...account,
  }),
  'azure-arc': fc.record({
    issuer: fc
      .tuple(lowerGuid, lowerGuid)
      .map(([tenant, id]) => `https://northamerica.oic.prod-arc.azure.com/${tenant}/${id}/`),
    ...account,
  }),
  'oracle-oke': fc.record({ issuer: label.map((id) => `https://oidc.oraclecloud.com/${id}`), ...account }),
  'env-zero': fc.record({ subject: hex(24).map((id) => `auth0|${id}`) }),
  snowflake: fc.record({
    issuer: hex(6).map((id) => `https://identity.snowflake.com/oauth2/61/62/${id}`),
    subject: hex(64).map((id) => `identity_${id}`),
  }),
  'trigger-dev': fc.record({ issuer: label.map((name) => `https://${name}.trigger.dev`), subject: copied }),
  langsmith: fc.record({ issuer: label.map((name) => `https://${name}.langchain.com`), subject: copied }),
  'managed-identity': fc.record({ tenantId: lowerGuid, principalId: lowerGuid }),
  'power-platform': ofCaller('qzXoWDkuqUa3l6zM5mM0Rw'),
  'bot-service': ofCaller('9ExAW52n_ky4ZiS_jhpJIQ'),
  'copilot-studio': ofCaller('m1WPnYRZpEaQKq1Cceg--g'),
  okta: fc.record({ domain: hostName, server: digits(6), client: digits(17).map((text) => `0oa${text}`) }),
  chainguard: fc.record({ issuer: fc.constant('https://issuer.enforce.dev'), subject: copied }),
}
