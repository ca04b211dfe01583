import type { Trust } from '@trustwright/shared-schemas'
import { recognise } from '@trustwright/federation'
import { ActionLink } from '../../components/action-link.tsx'
import { paths } from '../../paths.ts'
import { Callout } from '../../ui/callout.tsx'
import type { TrustKey } from './trust-queries.ts'

const codeLabels = {
  'github-actions': 'Copy the workflow',
  kubernetes: 'Copy the manifest',
  'other-issuer': 'Copy the request',
} as const

/** Right after a trust was stored: what to do next. */
export function TrustCreatedNote({
  trustKey,
  trust,
}: {
  readonly trustKey: TrustKey
  readonly trust: Trust
}) {
  const known = recognise({ issuer: trust.issuer, subject: trust.subject })
  return (
    <Callout
      intent="success"
      title={`Created ${trust.name}`}
      actions={
        <>
          <ActionLink href={paths.trust(trustKey, { tab: 'code' })}>
            {codeLabels[known?.presetId ?? 'other-issuer']}
          </ActionLink>
          <ActionLink href={paths.trust(trustKey, { tab: 'prove' })}>Prove it with a token</ActionLink>
        </>
      }
    >
      <p>
        Next: put the sign-in step into the workload, then prove the trust with one of its tokens. Azure may
        take a few minutes to spread a new trust.
      </p>
    </Callout>
  )
}
