import { makeStyles } from '@fluentui/react-components'
import { segmentClaims } from '@trustwright/federation'
import type { RequestAsked, TrustParent } from '@trustwright/shared-schemas'
import { AppLink } from '../../components/app-link.tsx'
import { ClaimStrip } from '../../components/claim-strip.tsx'
import { useParentName } from '../../components/parent/use-parent-name.ts'
import { useCloud } from '../../components/use-cloud.ts'
import { ValueDiff, type ValueChange } from '../../components/value-diff.tsx'
import { paths } from '../../paths.ts'
import { FactList } from '../../ui/fact-list.tsx'
import { AskedSetUp } from './asked-set-up.tsx'

const useStyles = makeStyles({
  box: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '12px' },
})

/** The filled form, whole: nothing of it is changed by who decides. */
export function AskedView({ asked }: { readonly asked: RequestAsked }) {
  const styles = useStyles()
  if (asked.kind === 'set-up') return <AskedSetUp items={asked.items} />
  return (
    <div className={styles.box}>
      {asked.kind === 'create' ? (
        <>
          <Strip {...asked.trust} />
          <On parent={asked.parent} name={asked.trust.name} description={asked.trust.description ?? ''} />
        </>
      ) : (
        <>
          <ValueDiff changes={changesOf(asked)} />
          <On parent={asked.parent} name={asked.trustName} description="" />
        </>
      )}
    </div>
  )
}

interface Values {
  readonly issuer: string
  readonly subject?: string | undefined
  readonly expression?: string | undefined
  readonly audiences: readonly string[]
}

function Strip({ audiences, expression, issuer, subject }: Values) {
  const cloud = useCloud()
  return (
    <ClaimStrip
      stored
      expression={expression ?? null}
      claims={segmentClaims({ issuer, subject: subject ?? null, audiences }, cloud)}
    />
  )
}

interface OnProps {
  readonly parent: TrustParent
  readonly name: string
  readonly description: string
}

function On({ parent, name, description }: OnProps) {
  const parentName = useParentName(parent)
  return (
    <FactList
      facts={[
        { term: 'Name', detail: name },
        ...(description === '' ? [] : [{ term: 'Description', detail: description }]),
        { term: 'On', detail: <AppLink href={paths.parent(parent)}>{parentName}</AppLink> },
      ]}
    />
  )
}

/** What differs between the trust as it was when it was asked for, and as it would be. */
function changesOf({ before, change }: Extract<RequestAsked, { kind: 'change' }>): readonly ValueChange[] {
  const rows: ValueChange[] = [
    { field: 'issuer', label: 'Issuer', before: before.issuer, after: change.issuer },
    { field: 'subject', label: 'Subject', before: before.subject ?? '', after: change.subject ?? '' },
    {
      field: 'expression',
      label: 'Pattern',
      before: before.expression ?? '',
      after: change.expression ?? '',
    },
    {
      field: 'audience',
      label: 'Audience',
      before: before.audiences.join(', '),
      after: change.audiences.join(', '),
    },
    ...(change.description === undefined
      ? []
      : [
          {
            field: 'description',
            label: 'Description',
            before: before.description ?? '',
            after: change.description ?? '',
          },
        ]),
  ]
  return rows.filter((row) => row.before !== row.after)
}
