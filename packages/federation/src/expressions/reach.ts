import type { Expression, ExpressionTerm } from './expression.ts'
import { expressionIssuerOf } from './expression-issuers.ts'

/**
 * How far an expression reaches. `one`: a single subject; `workload`: several runs of one repository, project or
 * workspace; `whole-owner`: many workloads of one owner; `anyone`: also workloads of strangers.
 */
export type Breadth = 'one' | 'workload' | 'whole-owner' | 'anyone'

export interface Reach {
  readonly breadth: Breadth
  /** Who gets in, in one sentence. */
  readonly text: string
  readonly fix: string
}

interface Platform {
  /** Start of a subject that names one workload, and one that names its owner; both up to the next part. */
  readonly workload: RegExp
  readonly owner: RegExp
  readonly workloadIds: readonly string[]
  readonly ownerIds: readonly string[]
  readonly words: {
    readonly workload: string
    readonly owner: string
    readonly anyone: string
    readonly start: string
  }
}

const platforms: Readonly<Record<string, Platform>> = {
  GitHub: {
    workload: /^(?:repo:[^/:]+\/[^/:]+|repository_id:\d+):/,
    owner: /^(?:repo:[^/:]+\/|repository_owner(?:_id)?:[^:]+:)/,
    workloadIds: ['repository_id'],
    ownerIds: ['repository_owner_id'],
    words: {
      workload: 'runs of one repository',
      owner: 'many repositories of one owner',
      anyone: 'repositories of strangers on GitHub',
      start: 'repo:OWNER/REPOSITORY:',
    },
  },
  GitLab: {
    workload: /^(?:project_path:[^:]+|project_id:\d+):/,
    owner: /^project_path:[^/:]+\//,
    workloadIds: ['project_id'],
    ownerIds: ['namespace_id', 'user_id'],
    words: {
      workload: 'pipelines of one project',
      owner: 'many projects of one group or user',
      anyone: 'projects of strangers on this instance',
      start: 'project_path:GROUP/PROJECT:',
    },
  },
  'HCP Terraform': {
    workload: /^organization:[^:]+:(?:project:[^:]+:(?:workspace|stack)|module):[^:]+:/,
    owner: /^organization:[^:]+:/,
    workloadIds: [],
    ownerIds: [],
    words: {
      workload: 'runs of one workspace, stack or module',
      owner: 'many workspaces of one organization',
      anyone: 'organizations of strangers',
      start: 'organization:ORGANIZATION:project:PROJECT:workspace:WORKSPACE:',
    },
  },
}

/** Who an expression lets in. Only what stands before the first wildcard binds: `*` crosses every separator. */
export function reachOf(issuer: string, expression: Expression): Reach {
  const platform = platforms[expressionIssuerOf(issuer)?.name ?? '']
  if (platform === undefined) {
    return {
      breadth: 'anyone',
      text: 'Azure takes no expression for this issuer.',
      fix: 'List the workloads.',
    }
  }
  const breadth = breadthOf(platform, expression)
  const { workload, owner, anyone, start } = platform.words
  const fix = `Begin the subject with ${start}`
  if (breadth === 'one') return { breadth, text: 'It lets in one subject alone.', fix }
  if (breadth === 'workload') return { breadth, text: `It lets in several ${workload}.`, fix }
  if (breadth === 'whole-owner') return { breadth, text: `It lets in ${owner}, also ones made later.`, fix }
  return { breadth, text: `It can let in ${anyone}: nothing before the first wildcard names the owner.`, fix }
}

function breadthOf(platform: Platform, { terms }: Expression): Breadth {
  const exactly = (claims: readonly string[]) =>
    terms.some(({ claim, operator }) => operator === 'eq' && claims.includes(claim))
  const subjects = terms.filter(({ claim }) => claim === 'sub')
  if (subjects.some(isOne)) return 'one'
  if (exactly(platform.workloadIds)) return 'workload'
  const starts = subjects.map(fixedStart)
  if (starts.some((start) => platform.workload.test(start))) return 'workload'
  if (exactly(platform.ownerIds)) return 'whole-owner'
  return starts.some((start) => platform.owner.test(start)) ? 'whole-owner' : 'anyone'
}

function isOne({ operator, comparand }: ExpressionTerm): boolean {
  return operator === 'eq' || !/[*?]/.test(comparand)
}

/** What stands before the first wildcard. */
export function fixedStart({ operator, comparand }: ExpressionTerm): string {
  return operator === 'eq' ? comparand : comparand.replace(/[*?].*$/s, '')
}
