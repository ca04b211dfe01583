import { readAddressLine } from './addresses/read-address-line.ts'
import { nothing, note, oneOrSeveral, withNotes } from './build-reading.ts'
import { cleanPaste, loosen } from './clean-paste.ts'
import { readBicepCode } from './code/bicep-code.ts'
import { readPulumiCode } from './code/pulumi-code.ts'
import { readTerraformCode } from './code/terraform-code.ts'
import { readHttpRequests } from './commands/http-requests.ts'
import { readCommands } from './commands/read-commands.ts'
import { readJson } from './documents/read-json.ts'
import { readYaml } from './documents/read-yaml.ts'
import { guessNothing } from './guess-nothing.ts'
import { readIdentifier } from './identifiers/identifier.ts'
import { readSubject } from './identifiers/subject.ts'
import { pasteContext, type PasteContext, type PasteOptions, type PasteReader } from './paste-context.ts'
import type { FoundReading, NothingReading, PasteNote, PasteReading, SingleReading } from './paste-reading.ts'
import { readErrorText } from './read-error.ts'
import { readLabels } from './read-labels.ts'
import { readClaimLines, readLines, readProse } from './read-lines.ts'
import { readToken } from './read-token.ts'
import { hideSecrets, type HiddenSecrets } from './secrets.ts'

/** Characters of a paste that is looked at. */
export const pasteLimit = 60_000

/** Whole files first, then commands and code, then single lines. */
const readers: readonly PasteReader[] = [
  readJson,
  readYaml,
  (text) => readErrorText(text),
  readHttpRequests,
  readCommands,
  readTerraformCode,
  readBicepCode,
  readPulumiCode,
  readSubject,
  (text, context) => (text.includes('\n') ? null : readAddressLine(text, context)),
  readIdentifier,
  readLabels,
  readClaimLines,
  readLines,
]

/**
 * What a person pasted, in terms of the chooser: a workload, a trust, an identity, a cluster, an error, a token, several of
 * them, or nothing and what to do. Pure: no network, no clock. It takes any text, never throws, and its time grows with the
 * length alone. The reading holds no token, no signature and no secret of the paste.
 */
export function understandPaste(text: string, options: PasteOptions): PasteReading {
  if (text.length > pasteLimit) {
    return nothing(
      'This is longer than 60,000 characters.',
      'Paste the part that names the workload or the trust.',
    )
  }
  const context = pasteContext(options)
  const { texts, notes } = cleanPaste(text)
  const readings = texts.map((one) => readOne(one, context))
  const [first] = readings
  if (first === undefined) return nothing('There is nothing in it yet.', emptyHelp)
  if (readings.length === 1) return withNotes(first, notes)
  const found = readings.flatMap((reading): readonly SingleReading[] =>
    reading.kind === 'nothing' ? [] : reading.kind === 'several' ? reading.readings : [reading],
  )
  return withNotes(oneOrSeveral(found, (count) => `${count} answers`) ?? first, notes)
}

const emptyHelp =
  'Paste the address of a repository, project, workspace or cluster, a file, a command or a trust.'

function readOne(text: string, context: PasteContext): FoundReading | NothingReading {
  if (text === '') return nothing('There is nothing in it yet.', emptyHelp)
  const token = wholeToken(text)
  if (token !== null) return readToken(token, context)
  const hidden = hideSecrets(text)
  const strict = readStrictly(hidden.text, context)
  if (strict !== null && strict.kind !== 'nothing') return withNotes(strict, secretNotes(hidden))
  const loose = loosen(hidden.text)
  const second = loose.text === hidden.text ? null : readStrictly(loose.text, context)
  if (second !== null && second.kind !== 'nothing')
    return withNotes(second, [...secretNotes(hidden), ...loose.notes])
  return readNothing(hidden, strict ?? second, context)
}

/** A token stands alone, behind `Bearer`, or broken over lines by a narrow window. */
function wholeToken(text: string): string | null {
  const lines = text.replace(/^(?:authorization:\s?)?bearer\s/i, '').split('\n')
  const joined = lines.map((line) => line.trim()).join('')
  return /^["']?eyJ[\w-]{5,}\.[\w-]*\.[\w.-]*["']?$/.test(joined) ? joined : null
}

/** The first answer; where nobody has one, the first who says what is wrong. */
function readStrictly(text: string, context: PasteContext): FoundReading | NothingReading | null {
  let refused: NothingReading | null = null
  for (const read of readers) {
    const reading = read(text, context)
    if (reading !== null && reading.kind !== 'nothing') return reading
    refused ??= reading
  }
  return refused
}

function secretNotes({ secrets, tokens }: HiddenSecrets): readonly PasteNote[] {
  return [
    ...(secrets.length === 0
      ? []
      : [
          note(
            'secret',
            `It held ${secrets.join(' and ')}, which was not kept. Throw it away there: a trust needs no secret.`,
          ),
        ]),
    ...(tokens.length === 0
      ? []
      : [note('token', 'It held a token, which was not kept. Paste the token alone to compare it.')]),
  ]
}

function readNothing(
  hidden: HiddenSecrets,
  refused: NothingReading | null,
  context: PasteContext,
): FoundReading | NothingReading {
  const [token] = hidden.tokens
  if (token !== undefined) return readToken(token, context)
  if (hidden.secrets.length > 0) {
    return nothing(
      `It holds ${hidden.secrets.join(' and ')}, which was not kept`,
      'Throw it away where it was made, and never paste it anywhere: a trust needs no secret.',
    )
  }
  return readProse(hidden.text, context) ?? refused ?? guessNothing(hidden.text)
}
