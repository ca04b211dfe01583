import type { PasteContext } from '../paste-context.ts'
import { note, nothing, recogniseClaims, workload, workloadOfClaims } from '../build-reading.ts'
import { knownIssuer } from '../addresses/issuer-address.ts'
import { readArmId } from '../identifiers/arm-id.ts'
import type { FoundReading, IdentityReading, NothingReading } from '../paste-reading.ts'
import { given, guidOf, isValues, textAt, valueAt, valueIn, type Values } from '../values.ts'

type JsonReader = (value: Values, context: PasteContext) => FoundReading | NothingReading | null

/** Objects that describe a resource, an account, a repository or an issuer, as the tools of their platforms print them. */
export function readResourceJson(
  value: unknown,
  context: PasteContext,
): FoundReading | NothingReading | null {
  if (!isValues(value)) return null
  for (const read of [
    cluster,
    identity,
    serviceConnection,
    discovery,
    google,
    eks,
    github,
    gitlab,
    application,
  ]) {
    const reading = read(value, context)
    if (reading !== null) return reading
  }
  return null
}

/** `az aks show`, `az connectedk8s show`. */
const cluster: JsonReader = (value, context) => {
  const issuer = textAt(
    valueAt(value, 'oidcIssuerProfile') ?? valueIn(value, 'properties', 'oidcIssuerProfile'),
    'issuerUrl',
  )
  if (issuer === undefined) return null
  const name = textAt(value, 'name') ?? ''
  const found = knownIssuer(issuer, context) ?? workload('kubernetes', { issuer }, 'Cluster')
  return found.kind === 'workload' ? { ...found, understood: `Cluster ${name}`.trim() } : found
}

/** A managed identity of `az identity show`, or any other resource by its ID. */
const identity: JsonReader = (value, context) => {
  const id = textAt(value, 'id')
  const reading = id === undefined ? null : readArmId(id, context)
  if (reading === null) return null
  if (reading.kind !== 'identity' || reading.parent.kind !== 'managedIdentity') return reading
  const properties = valueAt(value, 'properties') ?? value
  const ids = given({
    clientId: guidOf(textAt(properties, 'clientId')),
    principalId: guidOf(textAt(properties, 'principalId')),
  })
  return { ...reading, parent: { ...reading.parent, ...ids }, ...tenantOf(properties) }
}

/** The REST answer of Azure DevOps. https://learn.microsoft.com/azure/devops/pipelines/release/troubleshoot-workload-identity */
const serviceConnection: JsonReader = (value, { cloud }) => {
  const parameters = valueIn(value, 'authorization', 'parameters')
  const issuer = textAt(parameters, 'workloadIdentityFederationIssuer')
  const subject = textAt(parameters, 'workloadIdentityFederationSubject')
  const recognised = recogniseClaims(issuer, subject, [], cloud)
  if (recognised === null) return null
  const clientId = guidOf(textAt(parameters, 'serviceprincipalid'))
  const tenantId = guidOf(textAt(parameters, 'tenantid'))
  return workloadOfClaims(recognised, {
    ...(clientId === undefined ? {} : { parent: { kind: 'either', clientId } as const }),
    ...(tenantId === undefined ? {} : { tenantId }),
  })
}

/** A discovery document. https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata */
const discovery: JsonReader = (value, context) => {
  const issuer = textAt(value, 'issuer')
  if (issuer === undefined || textAt(value, 'jwks_uri') === undefined) return null
  return (
    knownIssuer(issuer, context) ??
    workload('other-issuer', { issuer }, `Issuer ${issuer}`, {
      notes: [
        note(
          'assumed',
          'No platform is known by this issuer. Choose the platform if it has a name of its own.',
        ),
      ],
    })
  )
}

/** A key file of a service account, or `gcloud iam service-accounts describe --format json`. */
const google: JsonReader = (value) => {
  const isKey = value['type'] === 'service_account'
  const uniqueId = textAt(value, 'uniqueId') ?? (isKey ? textAt(value, 'client_id') : undefined)
  if (uniqueId === undefined || !/^\d{15,25}$/.test(uniqueId)) return null
  const email = textAt(value, 'email', 'client_email') ?? uniqueId
  return workload('google-cloud', { uniqueId }, `Google service account ${email}`)
}

/** `aws eks describe-cluster`. */
const eks: JsonReader = (value, context) => {
  const issuer = textAt(valueIn(value, 'cluster', 'identity', 'oidc'), 'issuer')
  const found = issuer === undefined ? null : knownIssuer(issuer, context)
  return found?.kind === 'workload'
    ? { ...found, understood: `EKS cluster ${textAt(valueAt(value, 'cluster'), 'name') ?? ''}`.trim() }
    : found
}

/** A repository of GitHub's API, whose numbers immutable subjects hold, and its customisation of the subject. */
const github: JsonReader = (value) => {
  const name = /^([^/]{1,50})\/([^/]{1,100})$/.exec(textAt(value, 'full_name', 'nameWithOwner') ?? '')
  if (name !== null) {
    const [, owner = '', repository = ''] = name
    const ids = { ownerId: numberAt(valueAt(value, 'owner'), 'id'), repositoryId: numberAt(value, 'id') }
    return workload(
      'github-actions',
      { owner, repository, ...ids },
      `GitHub repository ${owner}/${repository}`,
    )
  }
  const prefix = /^repo:([^/@:]{1,50})(?:@(\d{1,19}))?\/([^/@:]{1,100})(?:@(\d{1,19}))?$/.exec(
    textAt(value, 'sub_claim_prefix') ?? '',
  )
  if (prefix === null) return null
  const [, owner = '', ownerId, repository = '', repositoryId] = prefix
  const identifiers = ownerId === undefined ? 'names' : 'ids'
  return workload(
    'github-actions',
    { owner, repository, identifiers, ownerId, repositoryId },
    `GitHub repository ${owner}/${repository}`,
  )
}

function numberAt(value: unknown, key: string): string | undefined {
  const found = valueAt(value, key)
  return typeof found === 'number' && Number.isSafeInteger(found) ? String(found) : undefined
}

/** A project of GitLab's API. */
const gitlab: JsonReader = (value) => {
  const project = textAt(value, 'path_with_namespace')
  const address = textAt(value, 'web_url')
  if (project === undefined) return null
  const host = address !== undefined && URL.canParse(address) ? new URL(address).hostname : undefined
  return workload(
    'gitlab',
    { host, names: 'path', project, projectId: numberAt(value, 'id') },
    `GitLab project ${project}`,
  )
}

/** `az ad app show`, `az ad sp create-for-rbac`, and the JSON that azure/login took before it knew trusts. */
const application: JsonReader = (value): IdentityReading | NothingReading | null => {
  const appId = guidOf(textAt(value, 'appId'))
  const displayName = textAt(value, 'displayName')
  if (appId !== undefined) {
    const objectId = displayName === undefined ? undefined : guidOf(textAt(value, 'id'))
    return {
      kind: 'identity',
      parent: { kind: 'application', appId, ...given({ objectId, displayName }) },
      ...tenantOf(value),
      understood: `Application ${displayName ?? appId}`,
      notes: [],
    }
  }
  const clientId = guidOf(textAt(value, 'clientId', 'client_id', 'AZURE_CLIENT_ID'))
  if (clientId !== undefined) {
    return {
      kind: 'identity',
      parent: { kind: 'either', clientId },
      ...tenantOf(value),
      understood: `Identity with the client ID ${clientId}`,
      notes: [],
    }
  }
  return 'keys' in value && Array.isArray(value['keys'])
    ? nothing(
        'These are signing keys of an issuer, which Azure reads itself.',
        'Paste the issuer, or the address of its discovery document.',
        'other-issuer',
      )
    : null
}

function tenantOf(value: unknown): { tenantId?: string } {
  const tenantId = guidOf(textAt(value, 'tenantId', 'tenant', 'appOwnerOrganizationId'))
  return tenantId === undefined ? {} : { tenantId }
}
