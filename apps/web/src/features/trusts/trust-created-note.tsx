import type { Trust } from '@trustwright/shared-schemas'
import { exportFormsFor, type ExportForm } from '@trustwright/federation'
import { ActionLink } from '../../components/action-link.tsx'
import { paths, type TrustKey } from '../../paths.ts'
import { exportedTrust } from '../../components/code/code-context.ts'
import { useCloud } from '../../components/use-cloud.ts'
import { Callout } from '../../ui/callout.tsx'

/** What the workload itself needs; for any other form the trust itself is all there is to take along. */
const codeLabels: Partial<Readonly<Record<ExportForm, string>>> = {
  'github-workflow': 'Copy the workflow',
  'kubernetes-manifest': 'Copy the manifest',
  workload: 'Copy the sign-in step',
}

/** Right after a trust was stored: what to do next. */
export function TrustCreatedNote({
  trustKey,
  trust,
}: {
  readonly trustKey: TrustKey
  readonly trust: Trust
}) {
  const cloud = useCloud()
  const [form = 'azure-cli'] = exportFormsFor({ trust: exportedTrust(trust), parent: trust.parent, cloud })
  return (
    <Callout
      intent="success"
      title={`Created ${trust.name}`}
      actions={
        <>
          <ActionLink href={paths.trust(trustKey, { tab: 'code' })}>
            {codeLabels[form] ?? 'Copy the commands'}
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
