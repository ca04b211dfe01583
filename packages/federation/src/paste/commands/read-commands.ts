import { credential } from '../build-credential.ts'
import { note, oneOrSeveral, withNotes } from '../build-reading.ts'
import type { PasteContext, PasteReader } from '../paste-context.ts'
import type { FoundReading, PasteNote, SingleReading } from '../paste-reading.ts'
import { readAzCommand } from './az-commands.ts'
import { readBash, withoutPrompts } from './bash-script.ts'
import type { Script } from './command-line.ts'
import { readOtherCommand } from './other-commands.ts'
import { readCmdlet } from './powershell-commands.ts'
import { isPowershell, readPowershell } from './powershell-script.ts'

const known =
  /(?:^|[\s;&|(])(?:az(?:\.cmd)?|gh|git|kubectl|oc|azwi)[ \t]+\S|(?:New|Update)-(?:Az|Mg)\w{2,60}|Invoke-\w{2,40}/

/** Commands of the Azure CLI, of PowerShell, of gh, git, kubectl and azwi. */
export const readCommands: PasteReader = (text, context) => {
  if (!known.test(text)) return null
  const bare = withoutPrompts(text)
  const notes =
    bare === text ? [] : [note('cleaned', 'Left out of what was pasted: the prompts of the shell.')]
  const found = isPowershell(bare) ? ofPowershell(bare, context) : ofScript(readBash(bare), context)
  return found === null ? null : withNotes(found, notes)
}

function ofScript({ commands, files, hasCurlyQuotes }: Script, context: PasteContext): FoundReading | null {
  if (hasCurlyQuotes === true) return null
  const findings = commands.flatMap((command) => readAzCommand(command, files, context) ?? [])
  const trusts = findings.flatMap((finding) => finding.trusts ?? [])
  const notes: readonly PasteNote[] = findings.flatMap((finding) => finding.notes ?? [])
  const written = credential(trusts, notes)
  if (written !== null) return written
  const others = findings.flatMap(({ other }) => (other === undefined ? [] : [other]))
  const tools = commands.flatMap((command) => {
    const reading = readOtherCommand(command, context)
    return reading === null || reading.kind === 'several' ? [] : [reading]
  })
  return several([...tools, ...others])
}

function several(readings: readonly SingleReading[]): FoundReading | null {
  const best = readings.some(({ kind }) => kind === 'workload')
    ? readings.filter(({ kind }) => kind !== 'identity')
    : readings
  return oneOrSeveral(best, (count) => `${count} answers in these commands`)
}

function ofPowershell(text: string, context: PasteContext): FoundReading | null {
  const script = readPowershell(text)
  const trusts = script.calls.flatMap((call) => readCmdlet(call, script.scope, context) ?? [])
  const az = script.calls.flatMap((call) => readAzCommand(call, call.files, context) ?? [])
  const written = credential(
    [...trusts, ...az.flatMap((finding) => finding.trusts ?? [])],
    az.flatMap((finding) => finding.notes ?? []),
  )
  if (written !== null) return written
  return several([
    ...az.flatMap(({ other }) => (other === undefined ? [] : [other])),
    ...script.calls.flatMap((call) => {
      const reading = readOtherCommand(call, context)
      return reading === null || reading.kind === 'several' ? [] : [reading]
    }),
  ])
}
