import type { Directory } from '../../directory-port.ts'
import type { Audit } from '../../ports.ts'

export interface ApplicationDeps {
  readonly audit: Audit
  readonly directory: Directory
}
