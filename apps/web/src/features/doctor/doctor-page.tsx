import { makeStyles } from '@fluentui/react-components'
import { useSearch } from '@tanstack/react-router'
import type { TrustParent } from '@trustwright/shared-schemas'
import { useCallback, useDeferredValue, useState } from 'react'
import { useGo } from '../../components/app-link.tsx'
import { takeHandedText } from '../../components/diagnosis/doctor-hand-over.ts'
import { PageHeader } from '../../components/page-header.tsx'
import { parentOfSearch } from '../../components/parent/parent-of-search.ts'
import { useSession } from '../../components/use-session.ts'
import { parentSearch, paths } from '../../paths.ts'
import { Answer } from './answer.tsx'
import { CaseBox } from './case-box.tsx'
import { withoutSignatures } from '../../components/diagnosis/without-signatures.ts'
import { problemsOfLink, textOfLink } from './doctor-address.ts'
import { EmptyDoctor } from './empty-doctor.tsx'
import { isExample } from './examples.ts'
import { LinkNote } from './link-note.tsx'
import { PastedTrusts } from './pasted-trusts.tsx'
import { noTenant } from './scope.ts'
import { SignInNote } from './sign-in-note.tsx'
import { TenantAnswer } from './tenant-answer.tsx'
import { TokenInAddress } from './token-in-address.tsx'

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '24px', maxWidth: '1200px' },
})

/** Why a workload cannot sign in: from an error, a token or both, read in this browser, also without a session. */
export function DoctorPage() {
  const styles = useStyles()
  const { user } = useSession()
  const go = useGo()
  const search = useSearch({ from: '/doctor' })
  const { parent } = parentOfSearch(search)
  const [pasted, setPasted] = useState(noTenant)
  const [text, setText] = useState(() => takeHandedText() ?? textOfLink(search))
  // Typing stays quick while a long log is read.
  const read = useDeferredValue(text)
  const [linkProblems] = useState(() => problemsOfLink(globalThis.location.search))
  const [isAnybody, setIsAnybody] = useState(false)
  const take = useCallback((pasted: string) => {
    setText(withoutSignatures(pasted))
    setIsAnybody(false)
  }, [])

  function ask(asked: TrustParent | 'anybody') {
    // What a link said stays in the address for as long as it is what the box holds.
    const { code, issuer, subject, audience } = search
    const said = text === textOfLink(search) ? { code, issuer, subject, audience } : {}
    setIsAnybody(asked === 'anybody')
    go(paths.doctor({ ...said, ...parentSearch(asked === 'anybody' ? null : asked) }), { replace: true })
  }

  return (
    <>
      <PageHeader
        title="Doctor"
        summary="Says why a workload cannot sign in, with the one difference and the one fix."
      />
      <div className={styles.page}>
        <TokenInAddress />
        <LinkNote problems={linkProblems} />
        <CaseBox text={text} isSignedIn={user !== null} onText={take} />
        {read.trim() === '' ? (
          <EmptyDoctor onExample={setText} />
        ) : user === null ? (
          <>
            <Answer key={read} text={read} scope={pasted}>
              <SignInNote search={search} text={read} />
            </Answer>
            {!isExample(read) && <PastedTrusts onScope={setPasted} />}
          </>
        ) : (
          <TenantAnswer key={read} text={read} asked={isAnybody ? 'anybody' : parent} onAsk={ask} />
        )}
      </div>
    </>
  )
}
