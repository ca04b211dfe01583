import type { TrustParent } from '@trustwright/shared-schemas'
import type { ReactNode } from 'react'
import { parentSearch, paths } from '../../paths.ts'
import { AppLink } from '../app-link.tsx'
import { handTextOver } from './doctor-hand-over.ts'

interface DoctorLinkProps {
  /** An error, a token, or both: handed over in this page's memory, never in the address. */
  readonly text: string
  /** Whom the workload signs in as, where that is known. */
  readonly parent?: TrustParent | null
  readonly children: ReactNode
}

/** Opens the doctor with a text that is at hand. */
export function DoctorLink({ text, parent = null, children }: DoctorLinkProps) {
  return (
    <AppLink href={paths.doctor(parentSearch(parent))} onClick={() => handTextOver(text)}>
      {children}
    </AppLink>
  )
}
