import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Beacon, Trust } from '@trustwright/shared-schemas'
import { useEffect, useEffectEvent, useState } from 'react'
import { beaconsQuery, followBeacon, openBeacon } from '../../api/proof-calls.ts'
import { readSessionLost } from '../../api/session-lost.ts'
import type { TrustKey } from '../../paths.ts'
import { beaconOfTrust } from './beacon-of-trust.ts'
import { useSessionLost } from '../use-session-lost.ts'

const betweenStreamsMs = 2000

/**
 * The beacon of a trust: opened on demand, or found again where one waits, and followed until a token came or its time is
 * over. Its address is known to the page that opened it, for as long as that is open; null elsewhere.
 */
export function useBeacon(key: TrustKey, trust: Trust, onChange: (beacon: Beacon) => void) {
  const queries = useQueryClient()
  const kept = useQuery(beaconsQuery)
  const [told, setTold] = useState<Beacon | null>(null)
  const opening = useMutation({
    mutationFn: () => openBeacon(key),
    onSuccess: ({ beacon, address }) => {
      // Longer than any time without a page that shows it.
      queries.setQueryDefaults(addressKey(beacon.beaconId), { gcTime: Infinity })
      queries.setQueryData(addressKey(beacon.beaconId), address)
      setTold(beacon)
    },
  })
  const hear = useEffectEvent((next: Beacon) => {
    setTold(next)
    onChange(next)
  })
  const beacon = told ?? beaconOfTrust(kept.data ?? [], key, trust)
  const waiting = beacon?.state === 'waiting' ? beacon.beaconId : null
  const lost = useSessionLost()
  useEffect(() => {
    if (waiting === null || lost !== null) return undefined
    const controller = new AbortController()
    void follow(waiting, hear, controller.signal)
    return () => controller.abort()
  }, [waiting, lost])
  return { beacon, address: waiting === null ? null : addressOf(waiting), opening }

  function addressOf(beaconId: string): string | null {
    return queries.getQueryData<string>(addressKey(beaconId)) ?? null
  }
}

const addressKey = (beaconId: string) => ['beaconAddress', beaconId] as const

/** One stream after the other: each ends after some minutes, or with the connection. */
async function follow(beaconId: string, told: (beacon: Beacon) => void, signal: AbortSignal): Promise<void> {
  while (!signal.aborted && readSessionLost() === null) {
    try {
      for await (const beacon of followBeacon(beaconId, signal)) {
        if (signal.aborted) return
        told(beacon)
        if (beacon.state !== 'waiting') return
      }
    } catch {
      // The next stream tells; an ended session is told by its own dialog.
    }
    await new Promise((resolve) => setTimeout(resolve, betweenStreamsMs))
  }
}
