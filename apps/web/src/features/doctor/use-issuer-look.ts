import { skipToken, useQuery } from '@tanstack/react-query'
import { holdsToken } from '@trustwright/shared-schemas'
import { useState } from 'react'
import { issuerProbeQuery } from '../../api/diagnosis-queries.ts'
import type { IssuerLook } from './issuer-fact.ts'

interface IssuerLookState {
  readonly look: IssuerLook
  readonly error: unknown
  /** Null where there is nothing to look at, or it was or is being looked at. */
  readonly ask: (() => void) | null
}

/** Has the portal read the issuer as Entra would: `isDue` unasked, else on a press. Its address alone is sent. */
export function useIssuerLook(
  issuer: string | undefined,
  isSignedIn: boolean,
  isDue: boolean,
): IssuerLookState {
  const [isAsked, setIsAsked] = useState(false)
  const isAddress =
    issuer !== undefined && issuer.startsWith('https://') && URL.canParse(issuer) && !holdsToken(issuer)
  const query = issuerProbeQuery({ issuer: issuer ?? '' })
  const isOn = isSignedIn && isAddress && (isDue || isAsked)
  const { data, error, isFetching, refetch } = useQuery(isOn ? query : { ...query, queryFn: skipToken })
  const ask = () => {
    if (isOn) void refetch()
    else setIsAsked(true)
  }
  if (!isSignedIn) return { look: { state: 'signed-out' }, error: null, ask: null }
  if (!isAddress) return { look: { state: 'none' }, error: null, ask: null }
  if (isFetching) return { look: { state: 'asking' }, error: null, ask: null }
  if (data !== undefined) return { look: { state: 'done', probe: data }, error: null, ask: null }
  return { look: { state: isOn ? 'failed' : 'unasked' }, error, ask }
}
