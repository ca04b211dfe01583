import { presetById, type Cloud } from '@trustwright/federation'
import type { DraftBody, NewTrust } from '@trustwright/shared-schemas'
import { markOf } from '../../components/mark-of.ts'
import { shorten } from '../../lib/shorten.ts'
import type { PathIdentity, PathWorkload } from '../../components/trust-path.tsx'
import { trustWords } from '../../components/trust-words.ts'
import { presetIdOf } from './draft-body.ts'
import { kindOfParent, nameOfDraftParent } from './parent-of-draft.ts'

/** The workload as far as it is said; null while no platform is chosen. */
export function pathWorkload(
  body: DraftBody,
  wanted: readonly NewTrust[],
  cloud: Cloud,
): PathWorkload | null {
  const presetId = presetIdOf(body)
  if (presetId === null) return null
  const [first] = wanted
  if (first === undefined) {
    const name = halfName(body)
    const { title } = presetById(presetId)
    return { mark: markOf(presetId), platform: title, name, qualifier: null, raw: false, more: 0 }
  }
  const { mark, platform, workload, qualifier, raw } = trustWords(
    { issuer: first.issuer, subject: first.subject },
    cloud,
  )
  return { mark, platform, name: workload, qualifier, raw, more: wanted.length - 1 }
}

/** What is typed of a workload that still misses a part: `contoso/pay-api`. */
function halfName({ fields }: DraftBody): string {
  const owner = fields['owner'] ?? fields['organization'] ?? fields['namespace']
  const name = fields['repository'] ?? fields['project'] ?? fields['workspace']
  return [owner, name].filter(Boolean).join('/')
}

/** Null while none is chosen. `known`: the name that Azure has for an existing one. */
export function pathIdentity(
  { parent }: Pick<DraftBody, 'parent'>,
  known: string | null,
): PathIdentity | null {
  if (parent === null) return null
  const name = nameOfDraftParent(parent, known)
  if (name.trim() === '') return null
  return { kind: kindOfParent(parent), name, note: noteOf(parent) }
}

function noteOf(parent: NonNullable<DraftBody['parent']>): string | null {
  if (parent.kind === 'newApplication') return 'new application'
  if (parent.kind === 'newManagedIdentity') {
    return parent.resourceGroup === '' ? 'new' : `new, in ${parent.resourceGroup}`
  }
  return parent.parent.kind === 'application' ? null : `in ${parent.parent.resourceGroup}`
}

/** It is one line, and opens to the whole. */
const longest = 80

/** The line as one sentence for the folded preview: `contoso/pay-api → id-pay → nothing yet`. */
export function foldedLine(
  workload: PathWorkload | null,
  identity: PathIdentity | null,
  opens: readonly string[] | null,
): string {
  const from =
    workload === null || workload.name === ''
      ? 'workload not said yet'
      : shorten([workload.name, workload.qualifier].filter((part) => part !== null).join(' · '), longest)
  const [first, ...others] = opens ?? []
  const to =
    first === undefined ? [] : [others.length === 0 ? first : `${first} and ${String(others.length)} more`]
  const by = identity === null ? 'identity not chosen yet' : shorten(identity.name, longest)
  return [from, by, ...to].join(' → ')
}
