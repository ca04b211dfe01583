import { Button, Input, makeStyles, tokens } from '@fluentui/react-components'
import { Search20Regular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useRef, useState } from 'react'
import { ActionLink } from '../../components/action-link.tsx'
import { useGo } from '../../components/app-link.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { useShortcut } from '../../components/shortcuts.ts'
import { EmptyState } from '../../components/state-views.tsx'
import { counted } from '../../lib/words.ts'
import { paths } from '../../paths.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { identitiesQuery } from '../../api/identity-queries.ts'
import { IdentityRows } from './identity-rows.tsx'
import { matchingIdentities } from './matching.ts'

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 16px', marginBottom: '8px' },
  filter: { width: 'min(360px, 100%)' },
  count: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  more: { marginTop: '12px' },
})

/** As many rows as a page draws at once; more on demand. */
const step = 200

interface IdentityTableProps {
  readonly subscriptionId: string
  /** The filter in the address. */
  readonly filter: string
}

/** The identities of a subscription, filtered as typed. */
export function IdentityTable({ subscriptionId, filter }: IdentityTableProps) {
  const identities = useQuery(identitiesQuery(subscriptionId))
  return (
    <QueryView
      query={identities}
      skeleton={<Skeleton shape="rows" count={6} label="Reading the identities" />}
    >
      {(data) =>
        data.identities.length === 0 ? (
          <EmptyState
            kind="nothing-yet"
            title="No managed identity here yet"
            action={
              <ActionLink appearance="primary" href={paths.identityCreate({ subscription: subscriptionId })}>
                New identity
              </ActionLink>
            }
          >
            An identity is what a workload signs in as. Make one, then add a trust to it. You see only those
            that you may read.
          </EmptyState>
        ) : (
          <Filtered
            key={subscriptionId}
            all={data.identities}
            subscriptionId={subscriptionId}
            filter={filter}
          />
        )
      }
    </QueryView>
  )
}

interface FilteredProps extends IdentityTableProps {
  readonly all: Parameters<typeof matchingIdentities>[0]
}

function Filtered({ all, subscriptionId, filter }: FilteredProps) {
  const styles = useStyles()
  const go = useGo()
  const [typed, setTyped] = useState(filter)
  const [most, setMost] = useState(step)
  const found = matchingIdentities(all, useDeferredValue(typed))
  const input = useRef<HTMLInputElement>(null)
  useShortcut('/', 'Filter identities', () => input.current?.focus())
  function take(text: string) {
    setTyped(text)
    go(paths.identities({ subscription: subscriptionId, q: text }), { replace: true })
  }
  return (
    <>
      <div className={styles.bar}>
        <Input
          className={styles.filter}
          aria-label="Filter identities"
          placeholder="Filter by name, group, location, client ID"
          contentBefore={<Search20Regular />}
          input={{ ref: input }}
          value={typed}
          onChange={(_, { value }) => take(value)}
        />
        <output className={styles.count}>
          {found.length === all.length
            ? counted(all.length, 'identity', 'identities')
            : `${found.length} of ${counted(all.length, 'identity', 'identities')}`}
        </output>
      </div>
      {found.length === 0 ? (
        <EmptyState
          kind="no-match"
          title={`No identity matches “${typed}”`}
          action={<Button onClick={() => take('')}>Clear the filter</Button>}
        />
      ) : (
        <IdentityRows identities={found.slice(0, most)} />
      )}
      {found.length > most && (
        <Button className={styles.more} onClick={() => setMost(most + step)}>
          Show {Math.min(step, found.length - most)} more
        </Button>
      )}
    </>
  )
}
