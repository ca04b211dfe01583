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
