import { Button, Select, makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import type { StoredPolicies } from '@trustwright/shared-schemas'
import { useState } from 'react'
import { policyVersionQuery, policyVersionsQuery } from '../../api/policy-queries.ts'
import { FieldFrame, describedBy } from '../../components/forms/field-frame.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { PolicyChanges } from './policy-changes.tsx'
import { PolicyList } from './policy-list.tsx'

const useStyles = makeStyles({
  section: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '12px' },
  title: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, lineHeight: '24px' },
  choice: { width: '100%', maxWidth: '320px' },
})

const words = { label: 'Compared with' }

interface PolicyVersionViewProps {
  readonly version: number
  /** Left out for the version that holds, and for who may not change rules. */
  readonly onGoBack?: (version: StoredPolicies) => void
}

/** One version: what differs from another one, its rules, and the way back to it. */
export function PolicyVersionView({ version, onGoBack }: PolicyVersionViewProps) {
  const styles = useStyles()
  const [other, setOther] = useState<number | null>(null)
  const from = other ?? Math.max(0, version - 1)
  const shown = useQuery(policyVersionQuery(version))
  const before = useQuery(policyVersionQuery(from))
  const versions = useQuery(policyVersionsQuery).data?.versions ?? []
  const numbers = [...new Set([...versions.map((each) => each.version), from, 0])].filter(
    (number) => number !== version,
  )
  return (
    <QueryView query={shown} skeleton={<Skeleton shape="facts" label="Reading the version" />}>
      {(stored) => (
        <>
          {version > 0 && (
            <section className={styles.section}>
              <h2 className={styles.title}>What version {version} has otherwise</h2>
              <FieldFrame name="compared" {...words} error={undefined}>
                <Select
                  {...describedBy('compared', words, undefined)}
                  className={styles.choice}
                  value={String(from)}
                  onChange={(_, { value }) => setOther(Number(value))}
                >
                  {numbers
                    .toSorted((one, another) => another - one)
                    .map((number) => (
                      <option key={number} value={String(number)}>
                        {number === 0 ? 'No rules at all' : `Version ${number}`}
                      </option>
                    ))}
                </Select>
              </FieldFrame>
              {before.data !== undefined && <PolicyChanges before={before.data.body} after={stored.body} />}
            </section>
          )}
          <section className={styles.section}>
            <h2 className={styles.title}>The rules as of version {version}</h2>
            {stored.body.policies.length === 0 ? <p>None.</p> : <PolicyList body={stored.body} />}
          </section>
          {onGoBack !== undefined && (
            <div>
              <Button onClick={() => onGoBack(stored)}>Go back to version {version}</Button>
            </div>
          )}
        </>
      )}
    </QueryView>
  )
}
