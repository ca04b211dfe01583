import type { Page } from '@playwright/test'
import { expect, uniqueName } from '../fixtures.ts'
import { clusterId, makeCluster } from './cluster.ts'
import { putRepository } from './github-repository.ts'
import { trustOtherWorkspace } from './other-workspace.ts'

const owner = 'octo-org'

/** One workload as a person meets it: what lies in the clipboard, what is left to choose, what its run carries. */
export interface Workload {
  readonly paste: string
  /** What the page cannot know from the paste. */
  readonly choose?: (page: Page) => Promise<void>
  /** The token of one of its runs, minted by the emulated platform from its own fields. */
  readonly token: { readonly platform: string; readonly fields: Readonly<Record<string, unknown>> }
  /** What the person has in Azure before, and what takes it away again. */
  readonly prepare?: (page: Page) => Promise<() => Promise<void>>
}

export interface Scenario {
  /** Names its targets and its way through the portal. */
  readonly key: string
  /** For who has no identity yet, and then for who adds to the one that trusts the workload already. */
  readonly workloads: () => Promise<{ readonly first: Workload; readonly again: Workload }>
}

export const scenarios: readonly Scenario[] = [
  {
    key: 'github-environment',
    workloads: () => github({ immutable: false }),
  },
  {
    key: 'github-immutable',
    workloads: () => github({ immutable: true }),
  },
  {
    key: 'aks',
    workloads: async () => {
      const fields = { namespace: uniqueName('shop'), serviceAccount: 'orders' }
      const second = uniqueName('aks-next')
      const first: Workload = { paste: serviceAccountYaml(fields), token: { platform: 'aks', fields } }
      // The cluster that does not trust it yet is chosen, and said why: nothing is left to do.
      const again: Workload = {
        ...first,
        prepare: () => makeCluster(second),
        choose: (page) => expect(page.getByText(`Why ${second} is chosen`)).toBeVisible(),
        token: { platform: 'aks', fields: { ...fields, clusterResourceId: await clusterId(second) } },
      }
      return { first, again }
    },
  },
  {
    key: 'gitlab',
    workloads: async () => {
      const projectPath = `contoso/${uniqueName('ledger')}`
      const of = (ref: string): Workload => ({
        paste: `https://gitlab.com/${projectPath}/-/tree/${ref}`,
        token: { platform: 'gitlab', fields: { projectPath, refType: 'branch', ref } },
      })
      return { first: of('main'), again: of('release') }
    },
  },
  {
    key: 'terraform',
    workloads: async () => {
      const organization = uniqueName('contoso')
      const workspace = 'network'
      const of = (project: string): Workload => ({
        paste: `https://app.terraform.io/app/${organization}/workspaces/${workspace}`,
        choose: async (page) => page.getByRole('radio', { name: project, exact: true }).click(),
        token: {
          platform: 'hcp-terraform',
          fields: { organization, project, workspace, runPhase: 'plan' },
        },
      })
      // A workspace that moves to another project has other subjects.
      const again: Workload = {
        ...of('platform'),
        prepare: (page) => trustOtherWorkspace(page, organization, 'platform'),
      }
      return { first: of('Default Project'), again }
    },
  },
  {
    key: 'azure-devops',
    workloads: async () => {
      const organization = uniqueName('contoso')
      const organizationId = '4d2f8a61-7c39-4e05-b1d8-93a6c5e0f274'
      const of = (serviceConnection: string): Workload => ({
        // As shown under "Workload identity federation details" of the connection.
        paste: [
          `Issuer: https://vstoken.dev.azure.com/${organizationId}`,
          `Subject identifier: sc://${organization}/Shop/${serviceConnection}`,
        ].join('\n'),
        token: {
          platform: 'azure-devops',
          fields: { organizationId, organization, project: 'Shop', serviceConnection },
        },
      })
      return { first: of('azure-test'), again: of('azure-prod') }
    },
  },
]

/** An environment of a new repository, by its address or by a link that names both. */
export async function githubWorkload(
  stem: string,
  immutable = false,
): Promise<Workload & { readonly link: string; readonly repository: string }> {
  const repository = uniqueName(stem)
  await putRepository(owner, repository, {
    visibility: 'public',
    environments: ['production'],
    branches: ['main', 'release'],
    immutable,
    createdAt: immutable ? '2026-08-03T07:12:00Z' : '2023-03-14T09:26:53Z',
  })
  return {
    repository,
    paste: `https://github.com/${owner}/${repository}`,
    link: `/new?src=github&repo=${owner}/${repository}&env=production`,
    token: { platform: 'github', fields: { owner, repository, environment: 'production' } },
  }
}

async function github({ immutable }: { immutable: boolean }) {
  const first = await githubWorkload(immutable ? 'parcel' : 'harbour', immutable)
  const { repository } = first
  const again: Workload = {
    paste: `https://github.com/${owner}/${repository}/tree/release`,
    token: { platform: 'github', fields: { owner, repository, branch: 'release' } },
  }
  return { first, again }
}

function serviceAccountYaml(of: { namespace: string; serviceAccount: string }): string {
  const metadata = ['metadata:', `  name: ${of.serviceAccount}`, `  namespace: ${of.namespace}`]
  return ['apiVersion: v1', 'kind: ServiceAccount', ...metadata].join('\n')
}
