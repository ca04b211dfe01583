import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { TrustRequest } from '@trustwright/shared-schemas'
import type { ReactNode } from 'react'
import { requestQuery } from '../../api/request-queries.ts'
import { GuardrailList } from '../../components/guardrails/guardrail-list.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { useNow } from '../../components/use-now.ts'
import { useSession } from '../../components/use-session.ts'
import { paths } from '../../paths.ts'
import { Callout } from '../../ui/callout.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { AskedView } from './asked-view.tsx'
import { DecideRequest } from './decide-request.tsx'
import { MadeTrusts } from './made-trusts.tsx'
import { RequestLine } from './request-line.tsx'
import { RequestState } from './request-state.tsx'
import { whoLine } from './request-words.ts'
import { nameOfWish } from './wish-words.ts'
import { WithdrawRequest } from './withdraw-request.tsx'

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '24px', maxWidth: '880px' },
  section: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '8px' },
  title: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, lineHeight: '24px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  text: { overflowWrap: 'anywhere', whiteSpace: 'pre-wrap', maxWidth: '72ch' },
})

const route = getRouteApi('/requests/$requestId')
const back = [{ text: 'Requests', href: paths.requests() }]

/** One request: the filled form, what speaks against it, and the decision. */
export function RequestPage() {
  const { requestId } = route.useParams()
  const request = useQuery(requestQuery(requestId))
  return (
    <QueryView
      query={request}
      skeleton={
        <>
          <PageHeader title="Request" breadcrumbs={back} />
          <Skeleton shape="facts" label="Reading the request" />
        </>
      }
      failedHead={<PageHeader title="Request" breadcrumbs={back} />}
    >
      {(one) => <Request request={one} />}
    </QueryView>
  )
}

function Request({ request }: { readonly request: TrustRequest }) {
  const styles = useStyles()
  const now = useNow()
  const { user } = useSession()
  const { asked, guardrails, problem, requestedBy, state, why } = request
  const isOpen = state === 'open' || state === 'approving'
  const decides = isOpen && user?.isAdmin === true
  const isMine = requestedBy.objectId === user?.objectId
  return (
    <>
      <PageHeader title={`Request for ${nameOfWish(asked)}`} breadcrumbs={back} />
      <div className={styles.page}>
        <div className={styles.section}>
          <RequestState request={request} />
          <RequestLine request={request} />
          <p className={styles.quiet}>{whoLine(request, now)}</p>
        </div>
        <Part title="Why it is needed">
          <p className={styles.text}>{why}</p>
        </Part>
        {request.answer !== null && (
          <Part title="Why it was declined">
            <p className={styles.text}>{request.answer}</p>
          </Part>
        )}
        <MadeTrusts request={request} />
        <Part title={state === 'approved' ? 'What was asked for' : 'What would be stored'}>
          <AskedView asked={asked} />
        </Part>
        {guardrails.length > 0 && !decides && (
          <Part title="Rules that refused it to them">
            <GuardrailList refusals={guardrails} />
          </Part>
        )}
        {problem !== null && isOpen && !decides && (
          <Callout intent="warning" title={`The last approval, by ${problem.by}, was not carried out`}>
            <p>{problem.detail}</p>
          </Callout>
        )}
        {decides && <DecideRequest request={request} />}
        {isOpen && isMine && <WithdrawRequest request={request} />}
      </div>
    </>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles()
  return (
    <section className={styles.section}>
      <h2 className={styles.title}>{title}</h2>
      {children}
    </section>
  )
}
