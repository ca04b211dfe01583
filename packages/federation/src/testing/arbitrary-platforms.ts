import * as fc from 'fast-check'
import type { FieldValues, PresetId } from '../model/preset.ts'
import { furtherPlatforms } from './arbitrary-further-platforms.ts'
import {
  digits,
  freeName,
  hostName,
  issuer,
  label,
  lowerGuid,
  mixedName,
  refName,
} from './arbitrary-texts.ts'

const region = fc.constantFrom('eu-west-1', 'us-east-2', 'ap-southeast-1')
const aksIssuer = fc
  .tuple(lowerGuid, lowerGuid)
  .map(([tenant, id]) => `https://westeurope.oic.prod-aks.azure.com/${tenant}/${id}/`)
const path = fc.array(mixedName, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'))
const project = fc.tuple(mixedName, path).map(([group, rest]) => `${group}/${rest}`)

/** Fields of platforms whose claims are templates, within the rules of each. */
const platforms: Partial<Readonly<Record<PresetId, fc.Arbitrary<FieldValues>>>> = {
  gitlab: fc.oneof(
    fc.record({
      host: hostName,
      names: fc.constant('path'),
      project,
      refType: fc.constantFrom('branch', 'tag'),
      ref: refName,
    }),
    fc.record({
      host: hostName,
      names: fc.constant('id'),
      projectId: digits(8).map((id) => `1${id}`),
      refType: fc.constantFrom('branch', 'tag'),
      ref: refName,
    }),
    fc.record({
      host: hostName,
      names: fc.constant('components'),
      components: fc
        .tuple(project, refName)
        .map(([path, ref]) => `project_path=${path}, ref=${ref}, ref_protected=true`),
    }),
  ),
  'azure-devops': fc.oneof(
    fc.record({
      format: fc.constant('entra'),
      tenantId: lowerGuid,
      organizationId: lowerGuid,
      connectionId: lowerGuid,
    }),
    fc.record({
      format: fc.constantFrom('devops', 'devops-early'),
      organizationId: lowerGuid,
      organization: freeName,
      project: freeName,
      connection: freeName,
    }),
  ),
  circleci: fc.record({
    organizationId: lowerGuid,
    projectId: lowerGuid,
    userId: lowerGuid,
    format: fc.constantFrom('', 'v1', 'v2'),
    origin: path.map((text) => `github.com/${text}`),
    ref: refName.map((name) => `refs/heads/${name}`),
    obtainedBy: fc.constantFrom('', 'command', 'variable'),
    issuerKind: fc.constantFrom('organization', 'root', 'server'),
    host: hostName,
  }),
  harness: fc.record({
    account: digits(20).map((text) => `Ab${text}`),
    format: fc.constantFrom('account', 'project', 'pipeline', 'organization-scope', 'account-scope'),
    organization: mixedName,
    project: mixedName,
    pipeline: mixedName,
    cluster: fc.constantFrom('', 'prod-1', 'prod-2', 'prod-3'),
  }),
  jenkins: fc.record({
    root: fc.tuple(hostName, fc.constantFrom('', '/ci', '/a/jenkins')).map((parts) => parts.join('')),
    job: fc
      .array(label, { minLength: 1, maxLength: 3 })
      .map((parts) => parts.join('/job/'))
      .filter((job) => job.length > 1),
    credentials: fc.constantFrom('', 'global', 'folder'),
    folder: fc.array(label, { minLength: 1, maxLength: 2 }).map((parts) => parts.join('/job/')),
  }),
  teamcity: fc.record({
    host: hostName,
    project: digits(3).map((text) => `project${text}`),
    buildType: digits(3).map((text) => `bt${text}`),
    extra: fc.constantFrom('none', 'branch', 'branch-trigger', 'trigger'),
    branch: refName.map((name) => `refs/heads/${name}`),
    trigger: label,
  }),
  openshift: fc.record({
    issuer: label.map((name) => `https://oidc.blob.core.windows.net/${name}`),
    purpose: fc.constantFrom('', 'application', 'operator'),
    namespace: label,
    serviceAccount: label,
  }),
  crossplane: fc.record({
    issuer,
    namespace: fc.constant('crossplane-system'),
    serviceAccount: label,
  }),
  'aws-cognito': fc.record({
    identityId: lowerGuid.map((id) => `eu-west-1:${id}`),
    poolId: lowerGuid.map((id) => `eu-west-1:${id}`),
  }),
  'pulumi-esc': fc.record({
    organization: mixedName,
    environment: path.filter((text) => text.split('/').length < 3 && !text.startsWith('default/')),
  }),
  vault: fc.record({
    host: hostName,
    place: fc.constantFrom('root', 'namespace'),
    namespace: path.filter((text) => !text.includes('identity')),
    namespaceId: digits(5).filter((id) => id !== 'root'),
    accessor: label,
  }),
  ping: fc.record({ issuer: lowerGuid.map((id) => `https://auth.pingone.eu/${id}/as`), subject: mixedName }),
  buildkite: fc.record({
    claim: fc.constantFrom('pipeline_id', 'cluster_id', 'queue_id', 'organization_id'),
    id: lowerGuid,
  }),
  'octopus-deploy': fc.record({
    host: hostName,
    space: label,
    project: label,
    tenancy: fc.constantFrom('tenanted', 'untenanted'),
    purpose: fc.constantFrom('', 'deployment', 'health', 'account-test', 'feed'),
    target: label,
    account: label,
    feed: label,
    tenant: label,
    environment: label,
  }),
  semaphore: fc.record({
    organization: label,
    projectId: lowerGuid,
    repository: mixedName,
    refType: fc.constantFrom('branch', 'pr'),
    ref: refName.map((name) => `refs/heads/${name}`),
  }),
  'hcp-terraform': fc.record({
    host: fc.constantFrom('app.terraform.io', 'app.eu.terraform.io', 'tfe.fabrikam.com'),
    organization: mixedName,
    project: freeName,
    workspace: mixedName,
    phase: fc.constantFrom('both', 'plan', 'apply'),
    kind: fc.constantFrom('', 'workspace', 'module', 'stack'),
    module: mixedName,
    stack: mixedName,
    stackEnd: fc.constantFrom('deployment:prod:operation:plan', 'x'),
  }),
  spacelift: fc.record({
    account: label,
    space: mixedName,
    stack: label,
    run: fc.constantFrom('all', 'tracked-read', 'destroy-write'),
    caller: fc.constantFrom('', 'stack', 'module'),
    moduleRun: fc.constantFrom('', 'all', 'testing-write'),
    hosting: fc.constantFrom('', 'cloud', 'self-hosted'),
    host: hostName,
  }),
  'pulumi-deployments': fc.record({
    organization: mixedName,
    project: mixedName,
    stack: mixedName,
    operation: fc.constantFrom('all', 'preview', 'destroy'),
  }),
  scalr: fc.record({ account: mixedName, environment: mixedName }),
  aks: fc.record({ issuer: aksIssuer, namespace: label, serviceAccount: label }),
  eks: fc.record({
    region,
    clusterId: lowerGuid.map((guid) => guid.replaceAll('-', '').toUpperCase()),
    namespace: label,
    serviceAccount: label,
  }),
  'google-cloud': fc.record({ uniqueId: digits(21) }),
  aws: fc.record({
    issuerId: lowerGuid,
    account: digits(12),
    role: path,
    principal: fc.constantFrom('', 'role', 'user'),
  }),
  vercel: fc.record({
    team: label,
    mode: fc.constantFrom('team', 'global'),
    project: label,
    environment: label,
  }),
  'fly-io': fc.record({ organization: label, app: label, machine: label }),
  spiffe: fc.record({ issuer, trustDomain: hostName, path: path.map((text) => `/${text}`) }),
  auth0: fc.record({ domain: hostName, client: digits(20).map((text) => `Ab${text}`) }),
  keycloak: fc.record({
    host: hostName,
    realm: mixedName,
    path: fc.constantFrom('', 'plain', 'auth'),
    userId: lowerGuid,
  }),
}

/** The platforms of both records. */
export const platformFields: readonly (readonly [PresetId, fc.Arbitrary<FieldValues>])[] = Object.entries({
  ...platforms,
  ...furtherPlatforms,
  // Keys of the two records.
}).map(([id, fields]) => [id as PresetId, fields])
