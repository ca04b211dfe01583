import type { RequestAsked, SetUpItem, SetUpParent, TrustParent } from '@trustwright/shared-schemas'
import { counted } from '../../lib/words.ts'

/** The best name without asking anybody. */
export function nameOfWishParent(parent: SetUpParent): string {
  if (parent.kind === 'application') return parent.appId
  return parent.kind === 'newApplication' ? parent.displayName : parent.identityName
}

/** What is asked for, as short as a link: `gh-pay`, `a change of gh-pay`, `id-pay with 2 trusts`, `12 trusts on 3 identities`. */
export function nameOfWish(asked: RequestAsked): string {
  if (asked.kind === 'create') return asked.trust.name
  if (asked.kind === 'change') return `a change of ${asked.trustName}`
  const [first, ...more] = asked.items
  if (first === undefined || more.length > 0) return severalOf(asked.items)
  const [trust, ...others] = first.trusts
  const isNew = first.parent.kind.startsWith('new')
  if (trust !== undefined && others.length === 0 && !isNew) return trust.name
  return first.trusts.length === 0
    ? `access of ${nameOfWishParent(first.parent)}`
    : `${nameOfWishParent(first.parent)} with ${counted(first.trusts.length, 'trust')}`
}

function severalOf(items: readonly SetUpItem[]): string {
  const names = new Set(items.map(({ parent }) => nameOfWishParent(parent)))
  const trusts = items.reduce((sum, item) => sum + item.trusts.length, 0)
  const [name = ''] = names
  const on = names.size === 1 ? name : counted(names.size, 'identity', 'identities')
  return trusts === 0 ? `access of ${on}` : `${counted(trusts, 'trust')} on ${on}`
}

export interface WishedTrust {
  readonly parent: SetUpParent
  readonly name: string
  readonly issuer: string
  readonly subject: string | null
  readonly expression: string | null
  readonly audiences: readonly string[]
}

/** The same at the beginning of a line: a name of a trust stays in its letters. */
export function titleOfWish(asked: RequestAsked): string {
  const name = nameOfWish(asked)
  return /^(?:a change|access) of /.test(name) ? name.charAt(0).toUpperCase() + name.slice(1) : name
}

/** Every trust of it, in its order. */
export function trustsOfWish(asked: RequestAsked): readonly WishedTrust[] {
  if (asked.kind === 'change')
    return [{ ...valuesOf(asked.change), parent: asked.parent, name: asked.trustName }]
  const rows = asked.kind === 'create' ? [{ parent: asked.parent, trusts: [asked.trust] }] : asked.items
  return rows.flatMap(({ parent, trusts }) =>
    trusts.map((trust) => ({ ...valuesOf(trust), parent, name: trust.name })),
  )
}

interface Values {
  readonly issuer: string
  readonly subject?: string | undefined
  readonly expression?: string | undefined
  readonly audiences: readonly string[]
}

function valuesOf({ audiences, expression, issuer, subject }: Values) {
  return { issuer, subject: subject ?? null, expression: expression ?? null, audiences }
}

/** What is there already; a request for something new has no page to lead to. */
export function storedParent(parent: SetUpParent): TrustParent | null {
  return parent.kind === 'managedIdentity' || parent.kind === 'application' ? parent : null
}
