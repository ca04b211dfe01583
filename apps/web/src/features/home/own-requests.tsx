import { makeStyles, tokens } from '@fluentui/react-components'
import { useInfiniteQuery } from '@tanstack/react-query'
import { requestListQuery } from '../../api/request-queries.ts'
import { AppLink } from '../../components/app-link.tsx'
import { counted } from '../../lib/words.ts'
import { paths } from '../../paths.ts'

const useStyles = makeStyles({
  section: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '8px' },
  title: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, lineHeight: '24px' },
})

/** Requests of the person that nobody decided yet; nothing at all where there is none. */
export function OwnRequests() {
  const styles = useStyles()
  const read = useInfiniteQuery(requestListQuery({ of: 'mine', state: 'open' }))
  const page = read.data?.pages[0]
  if (page === undefined || page.requests.length === 0) return null
  const more = page.nextBefore === null ? '' : ' or more'
  return (
    <section className={styles.section} aria-labelledby="requests">
      <h2 className={styles.title} id="requests">
        Your requests
      </h2>
      <p>
        <AppLink href={paths.requests({ of: 'mine', state: 'open' })}>
          {`${counted(page.requests.length, 'request')}${more}`}
        </AppLink>{' '}
        {page.requests.length === 1 ? 'waits' : 'wait'} for an administrator.
      </p>
    </section>
  )
}
