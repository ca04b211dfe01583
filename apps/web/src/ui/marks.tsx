import type { ReactNode } from 'react'

interface MarkProps {
  readonly size?: number
}

function Mark({ size = 20, children }: MarkProps & { readonly children: ReactNode }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  )
}

/** A dovetail joint: two parts that hold because they were cut for each other. */
export function ProductMark({ size = 24 }: MarkProps) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="currentColor"
      aria-hidden="true"
      focusable="false"
    >
      <path d="M4 2h16a2 2 0 0 1 2 2v5.5h-6.6l2 8.5H6.6l2-8.5H2V4a2 2 0 0 1 2-2Z" />
      <path d="M2 11.2h4.4L4.4 19.7h15.2l-2-8.5H22V20a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2v-8.8Z" opacity="0.55" />
    </svg>
  )
}

/** Two steps of a workflow and the line between them. */
export function GithubActionsMark(props: MarkProps) {
  return (
    <Mark {...props}>
      <circle cx="5.5" cy="5.5" r="3" />
      <circle cx="14.5" cy="14.5" r="3" />
      <path d="M5.5 8.5v3a3 3 0 0 0 3 3h3M13.2 14.6l1 1 1.7-2.1" />
    </Mark>
  )
}

/** A ship's wheel. */
export function KubernetesMark(props: MarkProps) {
  return (
    <Mark {...props}>
      <circle cx="10" cy="10" r="5.5" />
      <circle cx="10" cy="10" r="1.5" />
      <path d="M10 1.8v6.7M10 11.5v6.7M2.9 5.9l5.8 3.3M11.3 10.8l5.8 3.3M17.1 5.9l-5.8 3.3M8.7 10.8l-5.8 3.3" />
    </Mark>
  )
}

/** A seal: any other issuer. */
export function IssuerMark(props: MarkProps) {
  return (
    <Mark {...props}>
      <circle cx="10" cy="8" r="5.5" />
      <path d="M7 12.8 6 18l4-2 4 2-1-5.2M8 8l1.5 1.5L12.2 6.7" />
    </Mark>
  )
}

/** A start and two ends: pipelines. */
export function PipelinesMark(props: MarkProps) {
  return (
    <Mark {...props}>
      <circle cx="4.5" cy="10" r="2.2" />
      <circle cx="15.5" cy="5" r="2.2" />
      <circle cx="15.5" cy="15" r="2.2" />
      <path d="M6.7 10h2.1c2.6 0 1.6-5 4.5-5M8.8 10c2.6 0 1.6 5 4.5 5" />
    </Mark>
  )
}

/** Plates that stand on one another: infrastructure as code. */
export function InfrastructureMark(props: MarkProps) {
  return (
    <Mark {...props}>
      <path d="m10 2.8 7 3.4-7 3.4-7-3.4 7-3.4Z" />
      <path d="m3 10 7 3.4 7-3.4M3 13.8l7 3.4 7-3.4" />
    </Mark>
  )
}

/** A cloud: another provider's. */
export function CloudMark(props: MarkProps) {
  return (
    <Mark {...props}>
      <path d="M6 15.5a3.6 3.6 0 0 1-.5-7.2 5 5 0 0 1 9.5 1.1 3.1 3.1 0 0 1-.6 6.1H6Z" />
    </Mark>
  )
}

/** Two drawers of a rack: hosting. */
export function HostingMark(props: MarkProps) {
  return (
    <Mark {...props}>
      <rect x="2.8" y="3.2" width="14.4" height="5.8" rx="1.5" />
      <rect x="2.8" y="11" width="14.4" height="5.8" rx="1.5" />
      <path d="M6 6.1h.1M6 13.9h.1M10 6.1h4M10 13.9h4" />
    </Mark>
  )
}

/** A badge with a head: identities of other services. */
export function IdentitiesMark(props: MarkProps) {
  return (
    <Mark {...props}>
      <rect x="3.5" y="4.5" width="13" height="13" rx="2" />
      <path d="M10 2.2v4M6.8 14.8c.4-1.9 1.6-2.9 3.2-2.9s2.8 1 3.2 2.9" />
      <circle cx="10" cy="9.4" r="1.6" />
    </Mark>
  )
}

/** A key in a shield: a managed identity. */
export function ManagedIdentityMark(props: MarkProps) {
  return (
    <Mark {...props}>
      <path d="M10 2 3.5 4.5v5c0 4 2.7 6.8 6.5 8.5 3.8-1.7 6.5-4.5 6.5-8.5v-5L10 2Z" />
      <circle cx="10" cy="8" r="1.8" />
      <path d="M10 9.8v4M10 12.2h1.6" />
    </Mark>
  )
}

/** A window: an app registration. */
export function ApplicationMark(props: MarkProps) {
  return (
    <Mark {...props}>
      <rect x="2.8" y="3.5" width="14.4" height="13" rx="2" />
      <path d="M2.8 7.5h14.4M6 12h4" />
    </Mark>
  )
}

/** The way a token travels. */
export function TravelsTo({ size = 20 }: MarkProps) {
  return (
    <Mark size={size}>
      <path d="M2.5 10h14M12.5 6l4 4-4 4" />
    </Mark>
  )
}
