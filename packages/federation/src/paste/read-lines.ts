import { readAddressLine } from './addresses/read-address-line.ts'
import { note, oneOrSeveral, recogniseClaims, withNotes, workloadOfClaims } from './build-reading.ts'
import { readIdentifier } from './identifiers/identifier.ts'
import { readSubject } from './identifiers/subject.ts'
import type { PasteContext, PasteReader } from './paste-context.ts'
import type { SingleReading } from './paste-reading.ts'

const mostLines = 200

/** Issuer and subject below each other, as people copy them from a page; an audience may stand behind. */
export const readClaimLines: PasteReader = (text, { cloud }) => {
  const lines = filledLines(text)
  const [issuer = '', subject = '', audience] = lines
  const areClaims =
    /^https:\/\/\S+$/.test(issuer) && (lines.length === 2 || (lines.length === 3 && audience !== undefined))
  if (!areClaims || /^https?:/.test(subject)) return null
  const audiences = audience === undefined ? [] : [audience]
  const recognised = recogniseClaims(issuer, subject, audiences, cloud)
  if (recognised === null || (recognised.presetId === 'other-issuer' && audience !== undefined)) return null
  return workloadOfClaims(recognised, audience === undefined ? {} : { audience })
}

/** Addresses or subjects, one a line. */
export const readLines: PasteReader = (text, context) => {
  const lines = filledLines(text)
  if (lines.length < 2 || lines.length > mostLines) return null
  const readings = lines.flatMap((line) => readLine(line, context))
  if (readings.length * 2 < lines.length) return null
  const left = lines.length - readings.length
  const found = oneOrSeveral(readings, (count) => `${count} workloads`)
  if (found === null || left === 0) return found
  return withNotes(found, [
    note('left-out', `${left} of ${lines.length} lines are not known here and were left out.`),
  ])
}

/** The addresses inside a sentence. */
export const readProse: PasteReader = (text, context) => {
  if (text.length > 5000) return null
  const addresses = Array.from(text.matchAll(/https:\/\/[^\s<>"'()]{4,1000}/g), ([address]) =>
    address.replace(/[.,;:!?]$/, ''),
  )
  const readings = addresses.slice(0, 20).flatMap((address) => readLine(address, context))
  const found = oneOrSeveral(readings, (count) => `${count} workloads`)
  return found === null
    ? null
    : withNotes(found, [note('left-out', 'The words around the address were left out.')])
}

function readLine(line: string, context: PasteContext): readonly SingleReading[] {
  const reading =
    readSubject(line, context) ?? readAddressLine(line, context) ?? readIdentifier(line, context)
  return reading === null || reading.kind === 'nothing' || reading.kind === 'several' ? [] : [reading]
}

function filledLines(text: string): readonly string[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  if (lines.length > mostLines) return []
  return lines.map((line) =>
    line
      .trim()
      .replace(/^[*•-]\s/, '')
      .replace(/[,;]$/, '')
      .trim(),
  )
}
