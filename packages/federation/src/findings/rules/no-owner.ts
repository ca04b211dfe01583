import { gapOf, valueOf } from '../facts/fact.ts'
import { fixOf, type ParentRule } from '../rule.ts'

/** https://learn.microsoft.com/entra/identity/enterprise-apps/overview-assign-app-owners */
export const noOwner: ParentRule = {
  id: 'no-owner',
  about: 'parent',
  title: 'Nobody owns the identity',
  severity: 'low',
  because: 'When one of its trusts goes wrong or is no longer needed, nobody can be asked.',
  needs: 'Owners in the directory, and the tags of a managed identity.',
  remedy: 'Make somebody the owner, or tag the identity with one.',
  judge({ parent: { owners, tags, kind }, trustCount, numbers }) {
    if (trustCount === 0) return null
    const able = valueOf(owners)?.filter(({ enabled }) => enabled !== false) ?? []
    const isTagged = Object.entries((kind === 'managedIdentity' ? valueOf(tags) : undefined) ?? {}).some(
      ([name, value]) => numbers.ownerTags.has(name.toLowerCase()) && value.trim() !== '',
    )
    if (able.length > 0 || isTagged) return null
    const missing = kind === 'application' ? gapOf(owners) : gapOf(owners, tags)
    if (missing !== null) return { gap: missing }
    const blocked = valueOf(owners)?.map(({ displayName }) => displayName) ?? []
    return {
      text: `Nobody can be asked about ${trustCount === 1 ? 'its trust' : `its ${trustCount} trusts`}: the identity has no owner${blocked.length > 0 ? ' whose account works' : ''}.`,
      evidence:
        blocked.length > 0
          ? `Blocked: ${blocked.slice(0, 5).join(', ')}`
          : 'No owner, and no tag that names one',
      fix: fixOf(
        kind === 'application'
          ? 'Add an owner to the app registration.'
          : `Tag the identity with ${[...numbers.ownerTags][0] ?? 'owner'}.`,
      ),
      news: blocked.toSorted(),
    }
  },
}
