import type { PresetId } from '../model/preset.ts'
import { presetDefinitions } from '../presets/list.ts'
import { nothing } from './build-reading.ts'
import type { NothingReading } from './paste-reading.ts'

interface Guess {
  readonly looks: RegExp
  readonly why: string
  readonly whatToDo: string
  readonly presetId?: PresetId
}

const pasteWhat =
  'Paste the address of a repository, project, workspace or cluster, or choose the platform below.'

/** What people paste by mistake. Every pattern looks at the first 2,000 characters alone. */
const guesses: readonly Guess[] = [
  {
    looks: /^-----BEGIN (?:CERTIFICATE|PUBLIC KEY)/,
    why: 'This is a certificate or public key, which no trust needs.',
    whatToDo: pasteWhat,
  },
  {
    looks: /^(?:ssh-(?:rsa|ed25519)|ecdsa-sha2-\S+) [A-Za-z0-9+/]/,
    why: 'This is an SSH key, which no trust needs.',
    whatToDo: pasteWhat,
  },
  {
    looks: /^(?:<\?xml|<(?:saml|samlp|md):|PHNhbWw|PD94bWw)/,
    why: 'This is XML or a SAML assertion. Trusts work with OpenID Connect tokens, which start with eyJ.',
    whatToDo: 'Paste such a token, or the address of its issuer.',
  },
  {
    looks: /^<!doctype html|^<html/i,
    why: 'This is a whole web page.',
    whatToDo: 'Paste its address in place of its text.',
  },
  {
    looks: /^https?:\/*$|^https?:\/\/[^/.\s]*\/?$|^www\.$/,
    why: 'This is half of an address.',
    whatToDo: 'Copy it whole, from https:// to its end.',
  },
  {
    looks: /^(?:\.{0,2}\/)?[\w.-]+(?:\/[\w.-]+)*\/[\w.-]+\.[a-z]{1,5}$/i,
    why: 'This is the path of a file, not what it holds.',
    whatToDo: 'Open the file and paste its text, or paste the address of the repository.',
  },
  {
    looks: /^api:\/\/AzureADTokenExchange\w*$/,
    why: 'This is the audience that most trusts have. It says nothing about the workload.',
    whatToDo: pasteWhat,
  },
  {
    looks: /^[^\s@/]+@[^\s@/]+\.[a-z]{2,}$/i,
    why: 'This is a mail address or the name of a person. Trusts are for workloads.',
    whatToDo: pasteWhat,
  },
  {
    looks: /^pipeline ?\{[\s\S]*\bagent\b|^node ?[({]/,
    why: 'This is a Jenkinsfile. The subject is the address of the job, which the file does not hold.',
    whatToDo: 'Paste the address of the job.',
    presetId: 'jenkins',
  },
  {
    looks: /^\[(?:http_service|build|env|\[services\])\]/m,
    why: 'This is a file of Fly.io. The token names one Machine, which the file does not.',
    whatToDo: 'Choose Fly.io below and type the name of the Machine.',
    presetId: 'fly-io',
  },
  {
    looks: /^(?:FROM|ARG) \S[^\n]*\n(?:[^\n]*\n){0,40}(?:RUN|CMD|COPY|ENTRYPOINT) /,
    why: 'This is a Dockerfile, which says nothing about who signs in to Azure.',
    whatToDo: pasteWhat,
  },
  {
    looks: /^(?:resource|module|data|variable|provider|terraform)(?: "[^"\n]{1,100}"){0,2} \{/m,
    why: 'This is Terraform without a trust and without a cloud block.',
    whatToDo: 'Paste the block of the credential, or the address of the workspace.',
    presetId: 'hcp-terraform',
  },
  {
    looks: /^(?:resource|param|targetScope|module)\b[^\n]*=/m,
    why: 'This is Bicep without a trust.',
    whatToDo: 'Paste the resource of the credential.',
  },
  {
    looks: /^(?:https?:\/\/)?(?:localhost|127\.|10\.|192\.168\.|169\.254\.)/,
    why: 'This address works on one network only, so Azure cannot read its keys.',
    whatToDo: 'Paste a public https address.',
  },
  {
    looks: /^http:\/\//,
    why: 'This address has no https, and Azure reads keys over https alone.',
    whatToDo: 'Paste the https address.',
  },
  {
    looks: /^[A-Za-z0-9+/_-]{40,}={0,2}$/,
    why: 'This is one long code: a secret, a key or something encoded.',
    whatToDo: 'Throw it away if it is a secret: a trust needs none. Otherwise paste an address or a file.',
  },
  { looks: /^[\d\s.,-]+$/, why: 'These are numbers alone.', whatToDo: pasteWhat },
  { looks: /^(?:\w+ ){3,}/, why: 'This is a sentence.', whatToDo: pasteWhat },
  {
    looks: /^[\w.-]{1,60}$/,
    why: 'This is one word, which may name anything.',
    whatToDo:
      'Paste the whole address of the repository or project, such as https://github.com/contoso/pay-api.',
  },
]

/** The nearest guess at a paste that no reader knows. It repeats nothing of it. */
export function guessNothing(text: string): NothingReading {
  const start = text.slice(0, 2000)
  if (Array.from(start).some((character) => character < '\t')) {
    return nothing('This is not a text.', 'Paste the text of a file, not the file itself.')
  }
  const named = start.length < 60 ? presetNamed(start.toLowerCase()) : undefined
  if (named !== undefined) {
    return nothing(`This is the name of a platform, ${named.title}.`, 'Choose it below.', named.id)
  }
  const guess = guesses.find(({ looks }) => looks.test(start))
  if (guess === undefined) return nothing('Nothing in this is known here.', pasteWhat)
  return nothing(guess.why, guess.whatToDo, guess.presetId)
}

function presetNamed(name: string) {
  return presetDefinitions.find(({ id, title }) => id === name || title.toLowerCase() === name)
}
