import { queryOptions } from '@tanstack/react-query'
import {
  diagnosisEndpoints,
  issuerEndpoints,
  type IssuerProbeRequest,
  type PreflightRequest,
  type SeveralPreflightRequest,
} from '@trustwright/shared-schemas'
import { call } from './client.ts'

/** What stands in the way of a write. Said while it is prepared, so a refusal of the question is no error of the page. */
export const preflightQuery = (body: PreflightRequest) =>
  queryOptions({
    queryKey: ['preflight', body],
    queryFn: ({ signal }) => call(diagnosisEndpoints.preflight, { body, signal }),
    staleTime: 30_000,
    retry: false,
  })

/** The same of several trusts at once, each with its own. */
export const severalPreflightQuery = (body: SeveralPreflightRequest) =>
  queryOptions({
    queryKey: ['preflightSeveral', body],
    queryFn: ({ signal }) => call(diagnosisEndpoints.preflightSeveral, { body, signal }),
    staleTime: 30_000,
    retry: false,
  })

/** An issuer as Entra would read it. */
export const issuerProbeQuery = (body: IssuerProbeRequest) =>
  queryOptions({
    queryKey: ['probeIssuer', body],
    queryFn: ({ signal }) => call(issuerEndpoints.probeIssuer, { body, signal }),
    staleTime: 60_000,
    retry: false,
  })
