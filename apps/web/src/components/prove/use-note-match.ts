import { decodeToken } from '@trustwright/federation'
import type { Trust } from '@trustwright/shared-schemas'
import { useRef } from 'react'
import { noteMatch } from '../../api/proof-calls.ts'
import type { TrustKey } from '../../paths.ts'
import { claimsToNote } from './claims-to-note.ts'
import { useProofChanged } from './use-proof-changed.ts'

/** Notes at the portal that the claims of a pasted token match; once for each text. The comparison stands without it. */
export function useNoteMatch(key: TrustKey, trust: Trust): (token: string) => void {
  const proofChanged = useProofChanged(key)
  const noted = useRef('')
  return (token) => {
    const text = token.trim()
    const decoded = decodeToken(text)
    if (text === noted.current || 'problem' in decoded) return
    noted.current = text
    const claims = claimsToNote(decoded.claims, trust)
    if (claims === null) return
    noteMatch(key, { fingerprint: trust.fingerprint, claims }).then(proofChanged, () => (noted.current = ''))
  }
}
