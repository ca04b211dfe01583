import type { FieldValues } from '../../model/preset.ts'
import { note, nothing, workload } from '../build-reading.ts'
import type { PasteContext } from '../paste-context.ts'
import type { FoundReading, NothingReading, PasteNote } from '../paste-reading.ts'
import type { Address } from './address.ts'
import { refOf } from './git-ref.ts'

const reserved = /^(?:explore|dashboard|help|admin|users|projects|search|profile|-)$/

/** Pages of projects on gitlab.com and on known instances; any host whose path has GitLab's own `/-/`. */
export function readGitlabAddress(
  address: Address,
  context: PasteContext,
): FoundReading | NothingReading | null {
  const { host, path } = address
  const isKnown = host === 'gitlab.com' || context.hosts.gitlab.includes(host)
  const dash = path.indexOf('-')
  const looksLike = host.startsWith('gitlab.') || (dash >= 2 && !host.includes('github'))
  if (!isKnown && !looksLike) return null
  const assumed = isKnown
    ? []
    : [note('assumed', `${host} was taken for a GitLab instance. Choose another platform if it is none.`)]
  const byId = path[0] === 'api' && path[2] === 'projects' ? path[3] : undefined
  if (byId !== undefined && /^\d+$/.test(byId)) {
    return workload('gitlab', { host, names: 'id', projectId: byId }, `GitLab project ${byId}${on(host)}`, {
      notes: assumed,
    })
  }
  const own = path[0] === 'groups' ? path.slice(1) : path
  const project = byId ?? (dash < 0 ? own : path.slice(0, dash)).join('/')
  if (path.length === 0 || reserved.test(path[0] ?? '') || path[0] === 'groups' || !project.includes('/')) {
    return nothing(
      'This is GitLab, but no project of it.',
      'Paste the address of a project, such as https://gitlab.com/contoso/pay-api.',
      'gitlab',
    )
  }
  const page = dash < 0 ? none : pageOf(path.slice(dash + 1), address)
  return workload(
    'gitlab',
    { host, names: 'path', project, ...page.fields },
    `GitLab project ${project}${on(host)}${page.words}`,
    { notes: [...assumed, ...page.notes] },
  )
}

interface Page {
  readonly fields: FieldValues
  readonly words: string
  readonly notes: readonly PasteNote[]
}

const none: Page = { fields: {}, words: '', notes: [] }

function pageOf([page = '', ...rest]: readonly string[], { query }: Address): Page {
  if (page === 'tree' || page === 'blob' || page === 'commits') {
    const isTag = query.get('ref_type') === 'tags'
    const found = refOf(rest, page === 'blob' ? 'blob' : 'tree')
    return found === null ? none : ref(isTag ? 'tag' : 'branch', found.ref, found.notes)
  }
  if (page === 'tags' && rest.length > 0) return ref('tag', rest.join('/'))
  const named = query.get('ref')
  return page === 'pipelines' && named !== null ? ref('branch', named) : none
}

function ref(refType: 'branch' | 'tag', name: string, notes: readonly PasteNote[] = []): Page {
  return { fields: { refType, ref: name }, words: `, ${refType} ${name}`, notes }
}

function on(host: string): string {
  return host === 'gitlab.com' ? '' : ` on ${host}`
}
