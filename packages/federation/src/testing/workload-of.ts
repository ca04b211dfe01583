import { presetById, understandPaste, type PasteReading } from '../index.ts'
import { pasteHosts as hosts } from './paste-hosts.ts'

/**
 * What a paste is read as, with what must never be: fields that the platform's form does not have, or that are called
 * missing too, and values that the form does not offer.
 */
export function workloadOf(paste: string): PasteReading & { readonly faults: readonly string[] } {
  const reading = understandPaste(paste, { cloud: 'public', hosts })
  if (reading.kind !== 'workload') return { ...reading, faults: [] }
  const { fieldGuides, fieldKeys } = presetById(reading.presetId)
  const faults = Object.entries(reading.fields).flatMap(([key, value]) => {
    const options = fieldGuides[key]?.options
    return [
      ...(fieldKeys.includes(key) ? [] : [`${key} is no field`]),
      ...(reading.missing.includes(key) && value !== undefined ? [`${key} is not missing`] : []),
      ...(options?.some((option) => option.value === value) === false ? [`${key} is no ${value ?? ''}`] : []),
    ]
  })
  return { ...reading, faults }
}
