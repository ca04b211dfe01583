import { Combobox, Option, makeStyles, tokens } from '@fluentui/react-components'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { Application, TrustParent } from '@trustwright/shared-schemas'
import { useEffect, useState } from 'react'
import { applicationsQuery, type ApplicationSearch } from '../../api/application-queries.ts'
import { counted } from '../../lib/words.ts'
import { paths } from '../../paths.ts'
import { AppLink } from '../app-link.tsx'
import { FieldFrame, describedBy } from '../forms/field-frame.tsx'
import { FailedState } from '../state-views.tsx'
import { useHere } from '../use-here.ts'
import { parentField } from './parent-field.ts'
import { useParentAddress } from './use-parent-address.ts'
import { WhoseApplications } from './whose-applications.tsx'

/** Asking Graph at every letter would only make it refuse. */
const pauseMs = 300
const more = 'more'

const useStyles = makeStyles({
  list: { maxHeight: '320px' },
  id: {
    display: 'block',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
})

interface ApplicationPickerProps {
  readonly error: string | null
  /** Takes the choice where the page keeps it elsewhere than in its address. */
  readonly onPick?: (parent: TrustParent) => void
}

/** Applications of the directory, the person's own or all, found by Graph while typing. */
export function ApplicationPicker({ error, onPick }: ApplicationPickerProps) {
  const here = useHere()
  const [of, setOf] = useState<ApplicationSearch['of']>('mine')
  const [typed, setTyped] = useState('')
  const search = useSettled(typed.trim())
  const found = useInfiniteQuery({ ...applicationsQuery({ of, search }), placeholderData: keepPreviousData })
  const pages = found.data?.pages ?? []
  return (
    <>
      <WhoseApplications of={of} onChange={setOf} />
      {found.error !== null && <FailedState error={found.error} onRetry={() => void found.refetch()} />}
      <Field
        error={error}
        typed={typed}
        onType={setTyped}
        applications={pages.flatMap((page) => page.applications)}
        help={helpOf(of, search, found.isPending ? null : countOf(pages), found.isFetching)}
        hasMore={found.hasNextPage}
        onMore={() => void found.fetchNextPage()}
        {...(onPick === undefined ? {} : { onPick })}
      />
      {onPick === undefined && (
        <div>
          <AppLink href={paths.applicationCreate({ returnTo: here })}>Make a new application</AppLink>
        </div>
      )}
    </>
  )
}

interface FieldProps {
  readonly error: string | null
  readonly typed: string
  readonly onType: (text: string) => void
  readonly applications: readonly Application[]
  readonly help: string
  readonly hasMore: boolean
  readonly onMore: () => void
  readonly onPick?: (parent: TrustParent) => void
}

function Field(props: FieldProps) {
  const { error, typed, onType, applications, help, hasMore, onMore, onPick } = props
  const styles = useStyles()
  const address = useParentAddress()
  const pick = onPick ?? address.pick
  const [open, setOpen] = useState(false)
  return (
    <FieldFrame name={parentField} label="Application" help={help} error={error ?? undefined}>
      <Combobox
        {...describedBy(parentField, { label: 'Application', help }, error ?? undefined)}
        freeform
        value={typed}
        selectedOptions={[]}
        open={open}
        onOpenChange={(_, data) => setOpen(data.open)}
        listbox={{ className: styles.list }}
        onChange={(event) => {
          onType(event.target.value)
          // Pasted text too: nobody presses a key for it.
          setOpen(true)
        }}
        onOptionSelect={(_, { optionValue }) => {
          if (optionValue === more) {
            setOpen(true)
            onMore()
          } else if (optionValue !== undefined) {
            // Its name is no search, or the list would hold nothing but it.
            onType('')
            pick({ kind: 'application', appId: optionValue })
          }
        }}
      >
        {applications.map(({ appId, displayName }) => (
          <Option key={appId} value={appId} text={displayName}>
            <span>
              {displayName}
              <span className={styles.id}>{appId}</span>
            </span>
          </Option>
        ))}
        {hasMore && (
          <Option value={more} text={typed}>
            Show more
          </Option>
        )}
      </Combobox>
    </FieldFrame>
  )
}

/** The text once nothing was typed for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pauseMs)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}

interface Count {
  readonly read: number
  readonly total: number | null
}

function countOf(pages: readonly { applications: readonly unknown[]; total: number | null }[]): Count {
  const read = pages.reduce((sum, { applications }) => sum + applications.length, 0)
  return { read, total: pages[0]?.total ?? null }
}

function helpOf(of: ApplicationSearch['of'], search: string, count: Count | null, isBusy: boolean): string {
  const how = 'Type a name or an application ID.'
  if (count === null || isBusy) return `${how} Searching.`
  const total = count.total ?? count.read
  if (total > 0) return `${how} ${counted(total, 'application')} found.`
  if (of === 'mine') {
    return search === ''
      ? `${how} You own none: look among all, or make one.`
      : `${how} You own none that starts so: look among all.`
  }
  return `${how} None found.`
}
