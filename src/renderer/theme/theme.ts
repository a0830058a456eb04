// Only the parts in use, in Mantine's own order.
import '@mantine/core/styles/baseline.css'
import '@mantine/core/styles/default-css-variables.css'
import '@mantine/core/styles/global.css'
import '@mantine/core/styles/UnstyledButton.css'
import '@mantine/core/styles/VisuallyHidden.css'
import '@mantine/core/styles/CloseButton.css'
import '@mantine/core/styles/Paper.css'
import '@mantine/core/styles/Popover.css'
import '@mantine/core/styles/ScrollArea.css'
import '@mantine/core/styles/Loader.css'
import '@mantine/core/styles/Overlay.css'
import '@mantine/core/styles/ModalBase.css'
import '@mantine/core/styles/Input.css'
import '@mantine/core/styles/InlineInput.css'
import '@mantine/core/styles/ActionIcon.css'
import '@mantine/core/styles/Button.css'
import '@mantine/core/styles/Checkbox.css'
import '@mantine/core/styles/Combobox.css'
import '@mantine/core/styles/Menu.css'
import '@mantine/core/styles/Modal.css'
import '@mantine/core/styles/PasswordInput.css'
import '@mantine/core/styles/Radio.css'
import '@mantine/core/styles/Switch.css'
import '@mantine/core/styles/Table.css'
import '@mantine/core/styles/Tabs.css'
import './mantine-overrides.css'
import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core'

/** A blue as of fountain pens, from pale to dark. */
const ink: MantineColorsTuple = [
  '#eef2f8',
  '#dbe3ef',
  '#bccbe1',
  '#a9c1e8',
  '#86a3d1',
  '#5f7fb2',
  '#456698',
  '#2f4f80',
  '#26426c',
  '#1c3354',
]

const rust: MantineColorsTuple = [
  '#fbeeec',
  '#f6dad6',
  '#efbcb5',
  '#f0a79e',
  '#dd7f74',
  '#c65b4f',
  '#b0443a',
  '#9c322b',
  '#832722',
  '#651d19',
]

const gray: MantineColorsTuple = [
  '#f7f5f0',
  '#f1eee7',
  '#e8e4db',
  '#dcd6ca',
  '#938d80',
  '#8d877b',
  '#6f6a60',
  '#575249',
  '#403d38',
  '#2a2825',
]

const dark: MantineColorsTuple = [
  '#e9e7e2',
  '#c9c8c5',
  '#aeb2b8',
  '#8a8f96',
  '#737a82',
  '#363b41',
  '#24282c',
  '#1c1f23',
  '#17191c',
  '#101214',
]

/** The filled shades are dark in the light scheme and light in the dark one, the reverse of their text. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input)
  const name = input.color ?? input.theme.primaryColor
  if (input.variant === 'filled') return { ...colors, color: 'var(--app-on-accent)' }
  // Hovered, it is no more prominent than the primary button.
  if (input.variant === 'subtle') {
    const hover = 'var(--app-hover)'
    if (name === 'gray') return { ...colors, hover }
    return { ...colors, hover, color: `var(--mantine-color-${name}-filled)` }
  }
  return colors
}

export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 3 },
  colors: { ink, rust, gray, dark },
  variantColorResolver,
  black: '#20242a',
  defaultRadius: 'md',
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '14px', xl: '24px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily: 'var(--app-font)',
  fontFamilyMonospace:
    'ui-monospace, "SF Mono", "Cascadia Mono", "Segoe UI Mono", "Noto Sans Mono", "DejaVu Sans Mono", monospace',
})

/** Maps Mantine's colours to those of the page (tokens.css). */
export const cssVariablesResolver: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--app-paper)',
    '--mantine-color-text': 'var(--app-ink)',
    '--mantine-color-dimmed': 'var(--app-soft)',
    '--mantine-color-placeholder': 'var(--app-faint)',
    '--mantine-color-default': 'var(--app-card)',
    '--mantine-color-default-hover': 'var(--app-hover)',
    '--mantine-color-default-color': 'var(--app-ink)',
    '--mantine-color-default-border': 'var(--app-edge)',
    '--mantine-color-error': 'var(--app-failed)',
  }
  return { variables: {}, light: shared, dark: shared }
}

/** The nonce that main gave this page; without it the policy refuses every `<style>`. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
}
