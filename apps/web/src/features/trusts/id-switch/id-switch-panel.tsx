import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { IdSwitch, Trust } from '@trustwright/shared-schemas'
import { useState } from 'react'
import { idSwitchQuery, readIdSwitch, type TypedIds } from '../../../api/id-switch-calls.ts'
import { GithubOutcome } from '../../../components/github/github-outcome.tsx'
import { ProblemNotice } from '../../../components/problem-notice.tsx'
import { QueryView } from '../../../components/query-view.tsx'
import { ValueDiff } from '../../../components/value-diff.tsx'
import type { TrustKey } from '../../../paths.ts'
import { Callout } from '../../../ui/callout.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { AlsoNamed } from './also-named.tsx'
import { IdSwitchSteps } from './id-switch-steps.tsx'
import { UnknownIds } from './unknown-ids.tsx'

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '24px', maxWidth: '960px' },
  title: { fontSize: tokens.fontSizeBase500, fontWeight: tokens.fontWeightSemibold, lineHeight: '28px' },
  head: { display: 'grid', rowGap: '8px', maxWidth: '72ch' },
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
})

interface IdSwitchPanelProps {
  readonly trustKey: TrustKey
  readonly trust: Trust
  readonly parentName: string
  /** How a visit to GitHub's sign-in ended. */
  readonly github: string | undefined
  readonly onEnd: () => void
}

/**
 * The guided change from a subject with names to one with IDs. Where it stands is read anew each time: it can be left for
 * days, and others can go on with it.
 */
export function IdSwitchPanel({ trustKey, trust, parentName, github, onEnd }: IdSwitchPanelProps) {
  const styles = useStyles()
  const queries = useQueryClient()
  const [ids, setIds] = useState<TypedIds | null>(null)
  const options = idSwitchQuery(trustKey, ids)
  const query = useQuery(options)
  const look = useMutation({
    mutationFn: () => readIdSwitch(trustKey, ids, { refresh: true }),
    onSuccess: (found) => queries.setQueryData(options.queryKey, found),
  })
  return (
    <section className={styles.page} aria-labelledby="id-switch">
      <div className={styles.head}>
        <h2 className={styles.title} id="id-switch">
          Switch to a subject with IDs
        </h2>
        <p>
          Whoever takes the name of a renamed or deleted repository gets in; its ID is never given to another.
          The steps come in the order that leaves the workflow a way in at every moment. You can leave and
          come back: where it stands is read anew.
        </p>
      </div>
      <GithubOutcome outcome={github} />
      <QueryView query={query} skeleton={<Skeleton shape="rows" count={4} label="Asking Azure and GitHub" />}>
        {(found) => (
          <>
            <Found found={found} onIds={setIds} />
            {found.wanted !== null && (
              <>
                <ValueDiff
                  changes={[
                    {
                      field: 'subject',
                      label: 'Subject',
                      before: trust.subject ?? '',
                      after: found.wanted,
                    },
                  ]}
                />
                <AlsoNamed found={found} />
                <IdSwitchSteps
                  trustKey={trustKey}
                  trust={trust}
                  parentName={parentName}
                  found={found}
                  onChanged={() => void query.refetch()}
                />
              </>
            )}
          </>
        )}
      </QueryView>
      {look.error !== null && <ProblemNotice error={look.error} />}
      <div className={styles.row}>
        <Button disabledFocusable={look.isPending} onClick={() => look.mutate()}>
          {look.isPending ? 'Asking GitHub' : 'Look again'}
        </Button>
        <Button appearance="subtle" onClick={onEnd}>
          Back to the trust
        </Button>
      </div>
    </section>
  )
}

interface FoundProps {
  readonly found: IdSwitch
  readonly onIds: (ids: TypedIds) => void
}

function Found({ found, onIds }: FoundProps) {
  const { why } = found
  if (why === null) return null
  if (why.code === 'ids-unknown') return <UnknownIds found={found} onIds={onIds} />
  return (
    <Callout intent={why.code === 'has-ids' ? 'success' : 'information'} title={why.text}>
      <p>
        {why.code === 'has-ids'
          ? 'A renamed or deleted repository lets nobody else in by it. Nothing is left to do.'
          : 'Other platforms have IDs of their own: the finding of the trust says what to do there.'}
      </p>
    </Callout>
  )
}
