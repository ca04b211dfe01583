import type { DraftSummary } from '@trustwright/shared-schemas'

const places = ['environment', 'branch', 'tag', 'workspace', 'serviceAccount'] as const

/** `contoso/pay-api, production`: what a draft is about, from whatever is typed of it. */
export function draftTitle({ fields, name, parent }: DraftSummary['body']): string {
  const whole = [
    fields['owner'] ?? fields['organization'] ?? fields['namespace'],
    fields['repository'] ?? fields['project'],
  ]
  const workload = whole.filter(Boolean).join('/')
  const place = places.map((key) => fields[key]).find(Boolean)
  const title = [workload, place].filter(Boolean).join(', ')
  if (title !== '') return title
  if (name !== '') return name
  if (parent?.kind === 'existing' && parent.parent.kind === 'managedIdentity')
    return `For ${parent.parent.identityName}`
  return 'A new trust'
}
