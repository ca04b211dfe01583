import { recognise, type Cloud } from '@trustwright/federation'
import type { InventoryRow } from '@trustwright/shared-schemas'

/**
 * Every organization has it, and a workspace is in it unless a person chose another.
 * https://developer.hashicorp.com/terraform/cloud-docs/projects
 */
export const defaultProject = 'Default Project'

/** Which workspace is asked about, as typed: no part of it is another text for Entra in other capitals. */
export interface Workspace {
  readonly host: string
  readonly organization: string
  readonly workspace: string
}

/** A project that trusts of the organization name. */
export interface ProjectOffer {
  readonly project: string
  /** The trusts of the very workspace name it. */
  readonly isOfWorkspace: boolean
  /** Other workspaces whose trusts name it. */
  readonly workspaces: readonly string[]
}

const most = 6

/** Projects of the organization that trusts are known for, those of the workspace first, then those of most workspaces. */
export function projectOffers(
  rows: readonly Pick<InventoryRow, 'trust'>[],
  { host, organization, workspace }: Workspace,
  cloud: Cloud,
): readonly ProjectOffer[] {
  const found = new Map<string, Set<string>>()
  for (const { trust } of rows) {
    // Recognising each of thousands would stop the page.
    if (trust.issuer !== `https://${host}`) continue
    const known = recognise(trust, cloud)
    if (known?.presetId !== 'hcp-terraform' || known.fields['organization'] !== organization) continue
    const { project = '', workspace: of = '' } = known.fields
    if (project !== '' && of !== '') found.set(project, (found.get(project) ?? new Set()).add(of))
  }
  return [...found]
    .map(([project, of]) => ({
      project,
      isOfWorkspace: of.has(workspace),
      workspaces: [...of].filter((name) => name !== workspace).toSorted(),
    }))
    .toSorted(
      (a, b) =>
        Number(b.isOfWorkspace) - Number(a.isOfWorkspace) ||
        b.workspaces.length - a.workspaces.length ||
        a.project.localeCompare(b.project),
    )
    .slice(0, most)
}

/** The project that the workspace's own trusts name, if they name one alone; null otherwise. */
export function proposedProject(offers: readonly ProjectOffer[]): string | null {
  const [only, ...others] = offers.filter(({ isOfWorkspace }) => isOfWorkspace)
  return only === undefined || others.length > 0 ? null : only.project
}
