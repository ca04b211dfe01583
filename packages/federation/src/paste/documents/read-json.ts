import { parse } from 'yaml'
import type { PasteContext, PasteReader } from '../paste-context.ts'
import { nothing, oneOrSeveral } from '../build-reading.ts'
import type { FoundReading, NothingReading, SingleReading } from '../paste-reading.ts'
import { readErrorJson } from '../read-error.ts'
import { readClaims } from '../read-token.ts'
import { isValues } from '../values.ts'
import { readArmTemplate } from './arm-template.ts'
import { readCredentialJson } from './credential-json.ts'
import { readKubernetes } from './kubernetes.ts'
import { partsOf } from './yaml-parts.ts'
import { readResourceJson } from './resource-json.ts'

type ValueReader = (value: unknown, context: PasteContext) => FoundReading | NothingReading | null

const readers: readonly ValueReader[] = [
  readErrorJson,
  readClaims,
  readArmTemplate,
  readCredentialJson,
  (value, context) => readKubernetes([value], context),
  readResourceJson,
]

/** JSON of any tool, with trailing commas, comments or without its outer braces too. */
export const readJson: PasteReader = (text, context) => {
  if (!/^[[{"]/.test(text)) return null
  const value = jsonOf(text)
  return value === undefined ? null : readValue(value, context)
}

/** What a value says that JSON or YAML spelled; several values of a list are several readings. */
function readValue(value: unknown, context: PasteContext): FoundReading | NothingReading | null {
  for (const read of readers) {
    const reading = read(value, context)
    if (reading !== null) return reading
  }
  if (!Array.isArray(value)) return isValues(value) ? unknownObject(value) : null
  const readings = value.slice(0, 100).flatMap((item): readonly SingleReading[] => {
    const reading = readResourceJson(item, context)
    return reading === null || reading.kind === 'nothing' || reading.kind === 'several' ? [] : [reading]
  })
  return oneOrSeveral(readings, (count) => `${count} entries of a list`)
}

function unknownObject(value: object): NothingReading {
  const isPackage = 'dependencies' in value || 'devDependencies' in value
  return nothing(
    isPackage
      ? 'This is a package.json, which says nothing about who signs in to Azure.'
      : 'This JSON is no trust, no identity, no claims and no error that is known here.',
    'Paste the credential with issuer and subject, or choose the platform below.',
  )
}

/** Undefined for what is no JSON, even read generously. */
function jsonOf(text: string): unknown {
  const whole = text.startsWith('"') ? `{${text}}` : text
  try {
    return JSON.parse(whole)
  } catch {
    return looseJson(whole)
  }
}

/** Read as YAML, whose flow style forgives trailing commas, single quotes and bare keys. */
function looseJson(text: string): unknown {
  if (!/[}\]]$/.test(text) || partsOf(text) > 1000) return undefined
  try {
    const value: unknown = parse(text.replace(/^[ \t]*\/\/.*$/gm, ''), {
      logLevel: 'silent',
      maxAliasCount: 20,
    })
    return isValues(value) || Array.isArray(value) ? value : undefined
  } catch {
    // Neither JSON nor YAML: another reader may know it.
    return undefined
  }
}
