import type { Difference } from './difference.ts'

export const emulatorDifferences: readonly Difference[] = [
  {
    area: 'Emulator',
    what: 'A path or method that is not built answers `501 NotEmulated`, in the body of Azure Resource Manager whatever the area.',
    why: 'Azure knows far more operations than this; a refusal of its own cannot be mistaken for one of Azure.',
    certainty: 'documented',
  },
  {
    area: 'Emulator',
    what: 'Entra, ARM, Graph and the issuers answer on the same two origins; authorize, logout, device and consent pages are named at the plain one.',
    why: 'A browser then never meets the locally made certificate authority.',
    certainty: 'documented',
  },
  {
    area: 'Emulator',
    what: 'A body of more than 1 MiB is refused with 413.',
    why: 'Azure Resource Manager takes 4 MiB, Graph sets its limit by resource; nothing here needs as much.',
    certainty: 'documented',
  },
  {
    area: 'Emulator',
    what: 'Faults of the token endpoint that name no AADSTS number carry 90033.',
    why: "It is Entra's own number for a passing failure; which one an outage brings is not published.",
    certainty: 'assumed',
  },
  {
    area: 'Emulator',
    what: 'A restore or a reset ends the propagation of trusts and forgets cached issuer keys; windows of visibility that run go on to their end, and rate limits stay used up.',
    why: 'A snapshot holds the tenant; Azure has nothing like it.',
    certainty: 'documented',
  },
  {
    area: 'Emulator',
    what: 'Moving the clock does not touch the certificates of the two listeners.',
    why: 'Real clients judge them by the time of their own machine.',
    certainty: 'documented',
  },
]
