import { timingSafeEqual } from 'node:crypto'
import { hashSecret, looksLikeSecret } from '../../sessions/secrets.ts'

const prefix = '/beacon/'

/** The ID finds the beacon, the secret opens it. */
export interface AddressParts {
  readonly beaconId: string
  readonly secret: string
}

export function beaconAddress(portalOrigin: string, { beaconId, secret }: AddressParts): string {
  return `${portalOrigin}${prefix}${beaconId.replaceAll('-', '')}-${secret}`
}

/** Null for what cannot be the last part of an address. */
export function readAddress(part: string): AddressParts | null {
  const [, hex = '', secret = ''] = /^([0-9a-f]{32})-(.+)$/.exec(part) ?? []
  if (hex === '' || !looksLikeSecret(secret)) return null
  const beaconId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return { beaconId, secret }
}

/** Compares in a time that tells nothing about the stored value. */
export function opens(secret: string, storedHash: string): boolean {
  const [given, stored] = [Buffer.from(hashSecret(secret)), Buffer.from(storedHash)]
  return given.length === stored.length && timingSafeEqual(given, stored)
}
