import { PolicySet, type Policy } from '@trustwright/shared-schemas'

/** A rule while it is edited: lists are lines of text. */
export interface PolicyDraft {
  /** Of the draft alone, so that a rule keeps its fields while others come and go. */
  readonly key: string
  readonly id: string
  readonly title: string
  readonly contact: string
  readonly kinds: 'both' | 'application' | 'managedIdentity'
  readonly scopes: string
  readonly allowedIssuers: string
  readonly allowedOwners: string
  readonly forbidden: readonly ('pull-request' | 'pattern' | 'name-based')[]
  readonly forbiddenSubjects: string
  readonly names: string
  readonly reasonRoles: string
  readonly reasonLength: string
  readonly mayCreate: string
  readonly exceptAdministrators: boolean
}

export interface PolicySetDraft {
  readonly policies: readonly PolicyDraft[]
  readonly knownIssuers: string
  readonly knownAudiences: string
}

export interface PolicyProblem {
  /** Of the rule; null for what is of no rule. */
  readonly key: string | null
  readonly message: string
}

const text = (values: readonly string[] | undefined) => (values ?? []).join('\n')

function toDraft(policy: Policy): PolicyDraft {
  const { parentKinds, roleReasons } = policy
  return {
    key: policy.id,
    id: policy.id,
    title: policy.title,
    contact: policy.contact ?? '',
    kinds: parentKinds?.length === 1 ? (parentKinds[0] ?? 'both') : 'both',
    scopes: text(policy.scopes),
    allowedIssuers: text(policy.allowedIssuers),
    allowedOwners: text(policy.allowedOwners),
    forbidden: policy.forbidden ?? [],
    forbiddenSubjects: text(policy.forbiddenSubjects),
    names: text(policy.names),
    reasonRoles: text(roleReasons?.roles),
    reasonLength: String(roleReasons?.minLength ?? ''),
    mayCreate: text(policy.mayCreate),
    exceptAdministrators: policy.exceptAdministrators === true,
  }
}

export function setToDraft({ knownAudiences, knownIssuers, policies }: PolicySet): PolicySetDraft {
  return {
    policies: policies.map(toDraft),
    knownIssuers: text(knownIssuers),
    knownAudiences: text(knownAudiences),
  }
}

export function emptyPolicy(key: string): PolicyDraft {
  return { ...toDraft({ id: 'new', title: '' }), key, id: '' }
}

/** The rules that the draft stands for, or what keeps it from being saved. */
export function draftToSet(
  draft: PolicySetDraft,
): { readonly set: PolicySet } | { readonly problems: readonly PolicyProblem[] } {
  const ids = idsOf(draft.policies)
  const parsed = PolicySet.safeParse({
    policies: draft.policies.map((policy, at) => toPolicy(policy, ids[at] ?? '')),
    ...lines('knownIssuers', draft.knownIssuers),
    ...lines('knownAudiences', draft.knownAudiences),
  })
  if (parsed.success) return { set: parsed.data }
  return {
    problems: parsed.error.issues.map(({ message, path }) => ({
      key: path[0] === 'policies' ? (draft.policies[Number(path[1])]?.key ?? null) : null,
      message,
    })),
  }
}

function toPolicy(draft: PolicyDraft, id: string): object {
  const length = Number(draft.reasonLength)
  const [roles] = Object.values(lines('roles', draft.reasonRoles))
  return {
    id,
    title: draft.title.trim(),
    ...(draft.contact.trim() !== '' && { contact: draft.contact.trim() }),
    ...(draft.kinds !== 'both' && { parentKinds: [draft.kinds] }),
    ...lines('scopes', draft.scopes),
    ...lines('allowedIssuers', draft.allowedIssuers),
    ...lines('allowedOwners', draft.allowedOwners),
    ...(draft.forbidden.length > 0 && { forbidden: draft.forbidden }),
    ...lines('forbiddenSubjects', draft.forbiddenSubjects),
    ...lines('names', draft.names),
    ...(roles !== undefined && {
      roleReasons: { roles, ...(draft.reasonLength.trim() !== '' && { minLength: length }) },
    }),
    ...lines('mayCreate', draft.mayCreate),
    ...(draft.exceptAdministrators && { exceptAdministrators: true }),
  }
}

/** One value a line; without any the part is left out. */
function lines(name: string, value: string): Readonly<Record<string, readonly string[]>> {
  const values = value
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return values.length === 0 ? {} : { [name]: values }
}

/** A rule keeps its ID for good; a new one gets one from its title. */
function idsOf(policies: readonly PolicyDraft[]): readonly string[] {
  const taken = new Set(policies.map(({ id }) => id).filter((id) => id !== ''))
  return policies.map(({ id, title }) => {
    if (id !== '') return id
    const stem =
      title
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-+|-+$/g, '')
        .slice(0, 50) || 'rule'
    let free = stem
    for (let count = 2; taken.has(free); count += 1) free = `${stem}-${count}`
    taken.add(free)
    return free
  })
}
