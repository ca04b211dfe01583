import { makeStyles } from '@fluentui/react-components'
import type { ComponentProps, ReactNode } from 'react'
import { Skeleton } from '../ui/skeleton.tsx'
import { PageHeader } from './page-header.tsx'
import { QueryView } from './query-view.tsx'

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '24px', maxWidth: '880px' },
})

interface DetailViewProps<Data> {
  readonly query: ComponentProps<typeof QueryView<Data>>['query']
  /** What is read, as the head until it is there: `Finding`. */
  readonly noun: string
  readonly breadcrumbs: ComponentProps<typeof PageHeader>['breadcrumbs']
  readonly children: (data: Data) => ReactNode
}

/** A page about one thing whose own head needs what is read. */
export function DetailView<Data>({ query, noun, breadcrumbs = [], children }: DetailViewProps<Data>) {
  const head = <PageHeader title={noun} breadcrumbs={breadcrumbs} />
  return (
    <QueryView
      query={query}
      skeleton={
        <>
          {head}
          <Skeleton shape="facts" label={`Reading the ${noun.toLowerCase()}`} />
        </>
      }
      failedHead={head}
    >
      {children}
    </QueryView>
  )
}

/** The parts of such a page, under its head. */
export function DetailBody({ children }: { readonly children: ReactNode }) {
  const styles = useStyles()
  return <div className={styles.page}>{children}</div>
}
