import { type Cloud, clouds, defaultAudience } from '../model/cloud.ts'
import type { Warning } from '../model/warning.ts'

/**
 * What follows from an audience that the workload does not ask for by itself. `ofPlatform`: what the platform's tokens
 * carry, where it is not Azure's own; `isFixed`: nobody can change it there.
 */
export function audienceWarnings(
  audience: string,
  cloud: Cloud = 'public',
  ofPlatform?: string,
  isFixed = false,
): readonly Warning[] {
  if (audience === (ofPlatform ?? defaultAudience(cloud))) return []
  if (ofPlatform !== undefined) return [isFixed ? neverCarried(ofPlatform) : notOfPlatform(ofPlatform)]
  const ofOtherCloud = Object.values(clouds).some((facts) => facts.audience === audience)
  return [
    {
      code: 'audience-not-default',
      severity: ofOtherCloud ? 'warn' : 'info',
      field: 'audience',
      text: ofOtherCloud
        ? 'This audience belongs to another Azure cloud, and clouds do not mix.'
        : 'The workload must ask for exactly this audience: Azure’s own tools ask for another one by default.',
      fix: ofOtherCloud
        ? `Use ${defaultAudience(cloud)}.`
        : `Set the audience in the workload, or use ${defaultAudience(cloud)}.`,
    },
  ]
}

function neverCarried(ofPlatform: string): Warning {
  return {
    code: 'audience-not-default',
    severity: 'block',
    field: 'audience',
    text: `Tokens of this platform always carry ${ofPlatform}, so another audience would never match.`,
    fix: `Use ${ofPlatform}.`,
  }
}

function notOfPlatform(ofPlatform: string): Warning {
  return {
    code: 'audience-not-default',
    severity: 'warn',
    field: 'audience',
    text: `Tokens of this platform carry ${ofPlatform} unless it was told otherwise, and Azure compares every character.`,
    fix: `Use ${ofPlatform}, or set this audience at the platform.`,
  }
}
