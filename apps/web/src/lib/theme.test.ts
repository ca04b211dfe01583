import { expect, test } from 'vitest'
import { brand } from './brand.ts'
import { darkTheme, lightTheme } from './theme.ts'

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(hex: string): number {
  const full = hex.length === 4 ? hex.replace(/[0-9a-f]/gi, '$&$&') : hex
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(full.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

test('every step of the brand ramp is lighter than the one before', () => {
  const steps = Object.values(brand).map(luminance)
  expect(steps).toHaveLength(16)
  expect(steps).toEqual(steps.toSorted((a, b) => a - b))
})

const text = [
  'colorBrandForeground1',
  'colorBrandForegroundLink',
  'colorBrandForegroundLinkHover',
  'colorNeutralForeground2',
  'colorNeutralForeground3',
  'colorStatusDangerForeground1',
  'colorStatusSuccessForeground1',
  'colorStatusWarningForeground3',
] as const

test.each(
  [lightTheme, darkTheme].flatMap((theme, index) =>
    text.map(
      (token) =>
        [index === 0 ? 'light' : 'dark', token, theme[token], theme.colorNeutralBackground1] as const,
    ),
  ),
)('in the %s theme %s is readable', (_, __, foreground, background) => {
  expect(contrast(foreground, background)).toBeGreaterThanOrEqual(4.5)
})

test('words on a primary button are readable in both themes', () => {
  for (const theme of [lightTheme, darkTheme]) {
    for (const ground of [theme.colorBrandBackground, theme.colorBrandBackgroundHover]) {
      expect(contrast(theme.colorNeutralForegroundOnBrand, ground)).toBeGreaterThanOrEqual(4.5)
    }
  }
})
