import { PasteBox } from '../../components/paste-box/paste-box.tsx'
import { excerptOf, mostRead } from './case-text.ts'

const files = {
  rules: {
    mostBytes: 32_000_000,
    // A log is worth reading also where a line of it is broken.
    brokenLetters: 'shown',
    instead: {
      tooLarge: 'Take the part with the error.',
      notText: 'Unpack it, and take the log of the failed step.',
    },
  },
  words: { choose: 'Choose a log', label: 'Log file' },
} as const

interface CaseBoxProps {
  readonly text: string
  /** The portal can look at an issuer then. */
  readonly isSignedIn: boolean
  readonly onText: (text: string) => void
}

/** The one box: an error, a token or both, pasted, typed, dropped or chosen as a file. It is read in this browser. */
export function CaseBox({ text, isSignedIn, onText }: CaseBoxProps) {
  return (
    <PasteBox
      id="doctor-case"
      label="Error, token, or both"
      help={
        <>
          Paste it anywhere on this page, with the lines around it. It is read in this browser, and the
          signature of a token is thrown away at once.{' '}
          {isSignedIn
            ? 'Nothing of it is sent but the issuer’s address, where that has to be looked at.'
            : 'Nothing of it is sent.'}
        </>
      }
      placeholder="AADSTS700213: No matching federated identity record found …"
      text={text}
      most={mostRead}
      shorten={excerptOf}
      files={files}
      onText={onText}
      clearable
    />
  )
}
