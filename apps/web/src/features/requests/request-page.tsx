import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { TrustRequest } from '@trustwright/shared-schemas'
import { requestQuery } from '../../api/request-queries.ts'
import { GuardrailList } from '../../components/guardrails/guardrail-list.tsx'
import { DetailBody, DetailView } from '../../components/detail-view.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { PagePart } from '../../components/page-part.tsx'
import { useNow } from '../../components/use-now.ts'
import { useSession } from '../../components/use-session.ts'
import { paths } from '../../paths.ts'
import { Callout } from '../../ui/callout.tsx'
import { AskedView } from './asked-view.tsx'
import { DecideRequest } from './decide-request.tsx'
import { MadeTrusts } from './made-trusts.tsx'
import { RequestLine } from './request-line.tsx'
import { RequestState } from './request-state.tsx'
import { whoLine } from './request-words.ts'
import { nameOfWish } from './wish-words.ts'
import { WithdrawRequest } from './withdraw-request.tsx'

const useStyles = makeStyles({
  section: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '8px' },
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
    <DetailView query={request} noun="Request" breadcrumbs={back}>
      {(one) => <Request request={one} />}
    </DetailView>
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
      <DetailBody>
        <div className={styles.section}>
          <RequestState request={request} />
          <RequestLine request={request} />
          <p className={styles.quiet}>{whoLine(request, now)}</p>
        </div>
        <PagePart title="Why it is needed">
          <p className={styles.text}>{why}</p>
        </PagePart>
        {request.answer !== null && (
          <PagePart title="Why it was declined">
            <p className={styles.text}>{request.answer}</p>
          </PagePart>
        )}
        <MadeTrusts request={request} />
        <PagePart title={state === 'approved' ? 'What was asked for' : 'What would be stored'}>
          <AskedView asked={asked} />
        </PagePart>
        {guardrails.length > 0 && !decides && (
          <PagePart title="Rules that refused it to them">
            <GuardrailList refusals={guardrails} />
          </PagePart>
        )}
        {problem !== null && isOpen && !decides && (
          <Callout intent="warning" title={`The last approval, by ${problem.by}, was not carried out`}>
            <p>{problem.detail}</p>
          </Callout>
        )}
        {decides && <DecideRequest request={request} />}
        {isOpen && isMine && <WithdrawRequest request={request} />}
      </DetailBody>
    </>
  )
}
