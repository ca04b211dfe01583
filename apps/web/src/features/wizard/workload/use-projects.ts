import type { DraftBody } from '@trustwright/shared-schemas'
import { useMemo, useState } from 'react'
import { useCloud } from '../../../components/use-cloud.ts'
import { useSuggestions } from '../identity/use-suggestions.ts'
import { defaultProject, projectOffers, proposedProject, type ProjectOffer } from './project-offers.ts'

type Fields = Readonly<Record<string, string>>

export interface Projects {
  /** Host, organization and workspace came with the draft: they stay folded whatever is typed. */
  readonly isGiven: boolean
  /** The project is asked for by a choice. */
  readonly isAsked: boolean
  readonly offers: readonly ProjectOffer[]
  /** The one that the workspace's own trusts name; null where none or several do. */
  readonly proposal: string | null
  readonly isReading: boolean
}

/** The projects that a pasted workspace may be in, as far as the tenant's trusts tell. `enabled`: it is HCP Terraform. */
export function useProjects(body: DraftBody, fields: Fields, enabled: boolean): Projects {
  const cloud = useCloud()
  const [given] = useState(() => workspaceOf(fields))
  const now = workspaceOf(fields)
  const isGiven = enabled && given.host !== '' && given.organization !== '' && given.workspace !== ''
  const isAsked = isGiven && ['', 'workspace'].includes(fields['kind'] ?? '')
  // Changed by hand since: what is known of the pasted one says nothing.
  const isSame =
    given.host === now.host && given.organization === now.organization && given.workspace === now.workspace
  // Its name holds no project: any will do to look for whom it signs in as.
  const asked = { ...body, fields: { ...body.fields, ...given, project: defaultProject } }
  const { rows, ready } = useSuggestions(asked, isAsked)
  const offers = useMemo(
    () => (isSame ? projectOffers(rows, given, cloud) : []),
    [rows, isSame, given, cloud],
  )
  return {
    isGiven,
    isAsked,
    offers,
    proposal: isAsked && ready ? proposedProject(offers) : null,
    isReading: isAsked && !ready,
  }
}

function workspaceOf(fields: Fields) {
  return {
    host: fields['host'] ?? '',
    organization: fields['organization'] ?? '',
    workspace: fields['workspace'] ?? '',
  }
}
