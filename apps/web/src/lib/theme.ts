import { createDarkTheme, createLightTheme, type Theme } from '@fluentui/react-components'
import { brand } from './brand.ts'

const monospace =
  "ui-monospace, 'Cascadia Mono', 'SF Mono', Menlo, Consolas, 'Liberation Mono', 'DejaVu Sans Mono', monospace"
const base = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif"

const typography = { fontFamilyBase: base, fontFamilyMonospace: monospace, fontFamilyNumeric: base }

export const lightTheme: Theme = { ...createLightTheme(brand), ...typography }

/** Fluent's dark theme takes its accents from steps that are too dark for our ramp; these pass 4.5:1. */
export const darkTheme: Theme = {
  ...createDarkTheme(brand),
  ...typography,
  colorBrandForeground1: brand[120],
  colorBrandForeground2: brand[130],
  colorBrandForegroundLink: brand[120],
  colorBrandForegroundLinkHover: brand[130],
  colorBrandForegroundLinkPressed: brand[110],
  colorBrandForegroundLinkSelected: brand[120],
  colorCompoundBrandForeground1: brand[120],
  colorCompoundBrandForeground1Hover: brand[130],
  colorCompoundBrandForeground1Pressed: brand[110],
  colorCompoundBrandStroke: brand[110],
  colorNeutralForeground2BrandHover: brand[120],
  colorNeutralForeground2BrandSelected: brand[120],
  colorNeutralForeground2BrandPressed: brand[110],
  colorBrandStroke1: brand[110],
  colorStatusDangerForeground1: '#e98a92',
}
