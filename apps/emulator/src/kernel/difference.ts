/** Where the emulator is smaller than Azure, or rests on a fact that is not sure; printed in `docs/emulator.md`. */
export interface Difference {
  area: 'Entra' | 'ARM' | 'Graph' | 'Outside issuers' | 'GitHub' | 'Emulator'
  /** What differs, one sentence. */
  what: string
  /** Why it does, or what the behaviour was taken from. */
  why: string
  /** `documented`: Azure's behaviour is published, ours is smaller on purpose; `reported`: seen in other people's pastes; `assumed`: not published. */
  certainty: 'documented' | 'reported' | 'assumed'
}
