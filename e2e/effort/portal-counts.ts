import { seconds } from './measure.ts'

/** A stretch of the Azure portal's way, with what its documents make a person do. */
export interface Part {
  readonly what: string
  readonly clicks: number
  readonly typed: number
  /** Pages that are opened for it; tabs of one page are none. */
  readonly screens: number
  /** The document whose steps were counted. */
  readonly source: string
  /** `documented`: steps counted as written. `derived`: summed by the same rule from what the form asks for. */
  readonly kind: 'documented' | 'derived'
}

export interface PortalRoute {
  /** The workload, as the tables name it. */
  readonly title: string
  readonly parts: readonly Part[]
  /** Sites that a person has to work on. */
  readonly sites: readonly string[]
}

const identity: Part = {
  what: 'Create the managed identity (subscription, group and region picked, name typed; the last two clicks are unsure)',
  clicks: 10,
  typed: 2,
  screens: 1,
  source: 'https://learn.microsoft.com/azure/devops/pipelines/release/configure-workload-identity',
  kind: 'documented',
}

const role: Part = {
  what: 'Assign a role at a scope',
  clicks: 15,
  typed: 2,
  screens: 1,
  source: 'https://learn.microsoft.com/azure/role-based-access-control/role-assignments-portal',
  kind: 'documented',
}

const ids: Part = {
  what: 'Copy client, tenant and subscription ID',
  clicks: 4,
  typed: 0,
  screens: 2,
  source: 'https://learn.microsoft.com/azure/developer/github/connect-from-azure-openid-connect',
  kind: 'documented',
}

const credentialPage =
  'https://learn.microsoft.com/entra/workload-id/workload-identity-federation-create-trust-user-assigned-managed-identity'

/** The credential's form opens, a scenario is picked, the fields are typed, it is added. */
function credential(what: string, clicks: number, typed: number, kind: Part['kind']): Part {
  return { what: `Add the credential: ${what}`, clicks, typed, screens: 1, source: credentialPage, kind }
}

const githubWiring: readonly Part[] = [
  {
    what: 'Three secrets in GitHub: name and value each',
    clicks: 9,
    typed: 6,
    screens: 1,
    source: 'https://learn.microsoft.com/azure/developer/github/connect-from-azure-openid-connect',
    kind: 'documented',
  },
  {
    what: 'Workflow: a permission and a step for signing in (at least 8 lines, counted as no field)',
    clicks: 1,
    typed: 0,
    screens: 1,
    source: 'https://learn.microsoft.com/azure/developer/github/connect-from-azure-openid-connect',
    kind: 'documented',
  },
]

function run(clicks: number, kind: Part['kind']): Part {
  return {
    what: 'Trigger a run and read its log: the first moment an error can show',
    clicks,
    typed: 0,
    screens: 1,
    source: 'https://learn.microsoft.com/azure/developer/github/connect-from-azure-openid-connect',
    kind,
  }
}

const clusterIds: Part = {
  what: 'Look up the issuer of the cluster',
  clicks: 3,
  typed: 0,
  screens: 1,
  source: 'https://learn.microsoft.com/azure/aks/workload-identity-deploy-cluster',
  kind: 'derived',
}

/**
 * What the Azure portal needs for the same six workloads, from nothing to a first run that signs in. Counted from documents
 * and not on the live site, so good to about a fifth. A drop-down list is two clicks.
 */
export const portalRoutes: Readonly<Record<string, PortalRoute>> = {
  'github-environment': {
    title: 'GitHub environment',
    parts: [
      identity,
      credential('organization, repository, environment, name', 9, 4, 'documented'),
      role,
      ids,
      ...githubWiring,
      run(3, 'documented'),
    ],
    sites: ['portal.azure.com', 'github.com'],
  },
  'github-immutable': {
    title: 'GitHub, IDs in the subject',
    parts: [
      identity,
      credential(
        'as before, and the numbers of organization and repository, which are looked up elsewhere',
        9,
        6,
        'documented',
      ),
      role,
      ids,
      ...githubWiring,
      run(3, 'documented'),
    ],
    sites: ['portal.azure.com', 'github.com'],
  },
  aks: {
    title: 'AKS service account',
    parts: [
      identity,
      clusterIds,
      credential('issuer, namespace, service account, name', 8, 4, 'documented'),
      role,
      {
        ...ids,
        what: 'Copy the client ID into the annotation of the service account',
        clicks: 2,
        screens: 1,
        kind: 'derived',
      },
      run(2, 'derived'),
    ],
    sites: ['portal.azure.com'],
  },
  gitlab: {
    title: 'GitLab branch',
    parts: [
      identity,
      credential('“Other”: issuer, subject, name', 8, 3, 'documented'),
      role,
      ids,
      {
        what: 'Three CI/CD variables in GitLab: key and value each',
        clicks: 9,
        typed: 6,
        screens: 1,
        source: 'https://docs.gitlab.com/ci/cloud_services/azure/',
        kind: 'derived',
      },
      run(3, 'derived'),
    ],
    sites: ['portal.azure.com', 'gitlab.com'],
  },
  terraform: {
    title: 'HCP Terraform workspace (two trusts)',
    parts: [
      identity,
      credential('“Other”, for plan: issuer, subject, name', 8, 3, 'documented'),
      credential('“Other”, for apply: issuer, subject, name', 6, 3, 'derived'),
      role,
      ids,
      {
        what: 'Two environment variables of the workspace, at least: key and value each',
        clicks: 8,
        typed: 4,
        screens: 1,
        source:
          'https://developer.hashicorp.com/terraform/cloud-docs/dynamic-provider-credentials/azure-configuration',
        kind: 'derived',
      },
      run(3, 'derived'),
    ],
    sites: ['portal.azure.com', 'app.terraform.io'],
  },
  'azure-devops': {
    title: 'Azure DevOps service connection',
    parts: [
      identity,
      {
        what: 'Begin the service connection, kept as a draft: it shows issuer and subject',
        clicks: 8,
        typed: 2,
        screens: 1,
        source: 'https://learn.microsoft.com/azure/devops/pipelines/release/configure-workload-identity',
        kind: 'derived',
      },
      credential('“Other”: issuer, subject, name', 8, 3, 'documented'),
      role,
      ids,
      {
        what: 'Finish the service connection: IDs pasted, Verify and save',
        clicks: 3,
        typed: 5,
        screens: 1,
        source: 'https://learn.microsoft.com/azure/devops/pipelines/release/configure-workload-identity',
        kind: 'derived',
      },
    ],
    sites: ['portal.azure.com', 'dev.azure.com'],
  },
}

/** Letters that a field takes on the average. */
const lettersOfField = 18

export interface PortalSum {
  readonly clicks: number
  readonly typed: number
  readonly screens: number
  readonly sites: number
  /** Seconds by the same model, without the lines of a workflow, page loads and the run. */
  readonly handsOn: number
  /** Whether every part of the sum was counted as written. */
  readonly isDocumented: boolean
}

export function sumOf({ parts, sites }: PortalRoute): PortalSum {
  const sum = (key: 'clicks' | 'typed' | 'screens') => parts.reduce((all, part) => all + part[key], 0)
  const [clicks, typed] = [sum('clicks'), sum('typed')]
  return {
    clicks,
    typed,
    screens: sum('screens'),
    sites: sites.length,
    handsOn: Math.round(
      clicks * (seconds.thought + seconds.click) + typed * (seconds.thought + lettersOfField * seconds.key),
    ),
    isDocumented: parts.every(({ kind }) => kind === 'documented'),
  }
}
