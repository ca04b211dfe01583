import type { Issuers } from '../../issuer-port.ts'

export interface IssuerDeps {
  readonly issuers: Issuers
}
