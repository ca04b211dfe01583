import { severityWords } from '../../components/findings/severity-words.ts'
import type { MapColumn } from './model/map-node.ts'
import type { MapRisk } from './model/map-index.ts'
import type { ShownNode } from './model/map-view.ts'
import { count, counted } from '../../lib/words.ts'

export const lenses = ['risk', 'owner', 'platform'] as const
export type Lens = (typeof lenses)[number]

export const lensWords: Readonly<Record<Lens, string>> = {
  risk: 'Risk',
  owner: 'Owner',
  platform: 'Platform',
}

export const columnWords: Readonly<Record<MapColumn, { readonly title: string; readonly one: string }>> = {
  issuer: { title: 'Issuers', one: 'issuer' },
  subject: { title: 'Subjects', one: 'subject' },
  identity: { title: 'Identities', one: 'identity' },
  access: { title: 'Access', one: 'access' },
}

export function riskWord(risk: MapRisk): string {
  if (risk === 'none') return 'No finding'
  return risk === 'unknown' ? 'Not judged' : severityWords[risk]
}

/** What the lens tells of a node, in a few words. */
export function lensLine(node: ShownNode, lens: Lens): string {
  if (lens === 'risk') return riskWord(node.risk)
  if (lens === 'platform') {
    const [only, ...others] = node.platforms
    return others.length === 0 ? (only ?? '') : `${count(node.platforms.length)} platforms`
  }
  if (node.unowned > 0)
    return node.unowned === node.trusts ? 'No owner' : `${count(node.unowned)} without owner`
  if (node.ownersUnread === node.trusts) return 'Owner not read'
  return node.ownersUnread > 0 ? `${count(node.ownersUnread)} owners not read` : 'Has owners'
}

/** The whole node as one phrase, for names and announcements. */
export function nodeName(node: ShownNode, lens: Lens): string {
  const group = node.parts > 1 ? `, group of ${count(node.parts)}` : ''
  const detail = node.detail === '' ? '' : `, ${node.detail}`
  return `${node.label}${detail}${group}, ${counted(node.trusts, 'trust')}, ${lensLine(node, lens)}`
}
