import { Button, FluentProvider, makeStyles } from '@fluentui/react-components'
import { segmentClaims } from '@trustwright/federation'
import { RouterProvider, createMemoryHistory, createRootRoute, createRouter } from '@tanstack/react-router'
import { useEffect, useState, type ReactNode } from 'react'
import { useForm } from 'react-hook-form'
import { ApiProblem, ConnectionProblem } from '../api/api-problem.ts'
import { ActivityList } from '../components/activity-list.tsx'
import { ClaimStrip } from '../components/claim-strip.tsx'
import { ConfirmDialog } from '../components/confirm-dialog.tsx'
import { ChoiceField } from '../components/forms/choice-field.tsx'
import { FormShell } from '../components/forms/form-shell.tsx'
import { SelectField } from '../components/forms/select-field.tsx'
import { SubmitButton } from '../components/forms/submit-button.tsx'
import { TextField } from '../components/forms/text-field.tsx'
import { Identifier } from '../components/identifier.tsx'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { ProofBadge } from '../components/proof-badge.tsx'
import { EmptyState, NoPermission } from '../components/state-views.tsx'
import { useTheme } from '../components/theme-choice.ts'
import { TrustLine } from '../components/trust-line.tsx'
import { Callout } from '../ui/callout.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { ago, sampleEvents, sampleProblem, sampleRows } from './samples.ts'

const useStyles = makeStyles({
  page: {
    padding: '24px',
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: '40px',
    minHeight: '100vh',
  },
  part: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '16px' },
})

const github = 'https://token.actions.githubusercontent.com'
const prod = 'repo:contoso/pay-api:environment:prod'
const identity = { kind: 'managedIdentity', name: 'id-pay-prod' } as const

const router = createRouter({
  routeTree: createRootRoute({ component: Parts }),
  history: createMemoryHistory(),
})

/** Every component in its states, for looking at while building. Not part of the product. */
export function Gallery() {
  return (
    <FluentProvider theme={useTheme()}>
      {/* The application registers its own router as the known one; this page has one route only. */}
      <RouterProvider router={router as never} />
    </FluentProvider>
  )
}

function Parts() {
  const styles = useStyles()
  const steps = { at: ago(7_200_000), evidence: 'By dev@contoso.example.' }
  const claims = segmentClaims({ issuer: github, subject: prod, audiences: ['api://AzureADTokenExchange'] })
  return (
    <div className={styles.page}>
      <Part title="Trust line">
        <TrustLine
          issuer={github}
          subject={prod}
          identity={identity}
          opens="Contributor · rg-pay"
          look="head"
        />
        <TrustLine issuer={github} subject={prod} identity={identity} opens="Contributor · rg-pay" showRaw />
        {sampleRows(5).map(({ trust, revision }) => (
          <TrustLine
            key={revision}
            issuer={trust.issuer}
            subject={trust.subject}
            identity={identity}
            look="row"
          />
        ))}
      </Part>
      <Part title="Claim strip">
        <ClaimStrip claims={claims} />
        <ClaimStrip stored claims={{ ...claims, subject: [] }} />
        <ClaimStrip
          claims={claims}
          presented={{ issuer: github, subject: 'repo:Contoso/Pay-API:environment:prod', audience: null }}
        />
        <ClaimStrip
          claims={claims}
          presented={{
            issuer: `${github}/`,
            subject: 'repo:contoso/pay-api:ref:refs/heads/main',
            audience: 'api://AzureADTokenExchange',
          }}
        />
      </Part>
      <Part title="Proof badge">
        <ProofBadge />
        <ProofBadge checked={steps} />
        <ProofBadge checked={steps} matched={steps} />
        <ProofBadge checked={steps} matched={steps} seen={steps} />
        <ProofBadge checked={steps} look="steps" />
      </Part>
      <Part title="States">
        <Skeleton shape="rows" count={3} label="Reading" />
        <EmptyState
          kind="nothing-yet"
          title="No workload can sign in without a secret yet"
          action={<Button appearance="primary">New trust</Button>}
        >
          Paste a repository to make the first.
        </EmptyState>
        <ProblemNotice error={new ApiProblem(sampleProblem)} />
        <ProblemNotice error={new ConnectionProblem('')} onRetry={() => undefined} />
        <NoPermission
          to="add a trust to id-pay-prod"
          access={{
            action: 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write',
            role: 'Managed Identity Contributor',
            scope: '/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-pay',
          }}
        />
        <Callout intent="warning" title="Any pull request of the repository can use it" />
        <Callout intent="success" title="Created" />
        <Identifier value="11111111-2222-3333-4444-555555555555" what="client ID" />
      </Part>
      <Part title="Form">
        <SampleForm />
      </Part>
      <Part title="Activity">
        <ActivityList events={sampleEvents()} showActor />
      </Part>
      <SampleDialog />
    </div>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={useStyles().part}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

function SampleForm() {
  const form = useForm({
    defaultValues: { owner: 'https://github.com/contoso', subscription: '', entity: 'environment' },
  })
  const { control, setError } = form
  useEffect(() => {
    setError('owner', { type: 'x', message: 'This is an address. Give the owner alone: contoso.' })
  }, [setError])
  return (
    <FormShell
      form={form}
      label="Sample"
      onSubmit={() => undefined}
      submitError={null}
      actions={
        <SubmitButton
          label="Create trust"
          busyLabel="Creating the trust"
          busy={false}
          blockedReason="Choose an identity first."
        />
      }
      aside={
        <ClaimStrip
          claims={segmentClaims({ issuer: github, subject: prod, audiences: ['api://AzureADTokenExchange'] })}
        />
      }
    >
      <TextField
        control={control}
        name="owner"
        label="Owner"
        help="The organisation or person that owns the repository."
        mono
      />
      <SelectField
        control={control}
        name="subscription"
        label="Subscription"
        prompt="Choose a subscription"
        options={[{ value: 'a', label: 'Production' }]}
        notes={[{ severity: 'warn', text: 'This region does not support trusts (as of 1 Nov 2026).' }]}
      />
      <ChoiceField
        control={control}
        name="entity"
        label="Which runs"
        help="Only these can sign in."
        look="tiles"
        choices={[
          { value: 'environment', label: 'Environment', help: 'Only jobs that name this environment.' },
          { value: 'branch', label: 'Branch', help: 'Runs on this branch.' },
        ]}
      />
    </FormShell>
  )
}

function SampleDialog() {
  const [open, setOpen] = useState(location.hash === '#dialog')
  return (
    <ConfirmDialog
      open={open}
      title="Delete trust gh-pay-api-prod"
      confirmLabel="Delete trust"
      busyLabel="Deleting the trust"
      busy={false}
      error={null}
      onConfirm={() => setOpen(false)}
      onCancel={() => setOpen(false)}
    >
      <p>Runs in environment prod of contoso/pay-api will no longer be able to sign in as id-pay-prod.</p>
    </ConfirmDialog>
  )
}
