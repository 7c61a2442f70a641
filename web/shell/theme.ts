import { ActionIcon, Button, type CSSVariablesResolver, createTheme, Select, Tabs, TextInput, Tooltip } from '@mantine/core';

const extraSmall = { defaultProps: { size: 'xs' } };

/** Dense by default: small controls, 13 px text. */
export const theme = createTheme({
  primaryColor: 'indigo',
  primaryShade: { light: 7, dark: 8 },
  defaultRadius: 'sm',
  fontFamily: 'system-ui, "Segoe UI", Roboto, "Liberation Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", Menlo, "Liberation Mono", monospace',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '18px' },
  headings: {
    sizes: {
      h1: { fontSize: '18px', lineHeight: '1.3' },
      h2: { fontSize: '15px', lineHeight: '1.35' },
      h3: { fontSize: '13px', lineHeight: '1.4' },
    },
  },
  respectReducedMotion: true,
  components: {
    Button: Button.extend(extraSmall),
    TextInput: TextInput.extend(extraSmall),
    Textarea: extraSmall,
    PasswordInput: extraSmall,
    NumberInput: extraSmall,
    Select: Select.extend(extraSmall),
    MultiSelect: extraSmall,
    TagsInput: extraSmall,
    Checkbox: extraSmall,
    Switch: extraSmall,
    SegmentedControl: extraSmall,
    // A dialog's heading is no banner of the page.
    Modal: { defaultProps: { attributes: { header: { role: 'none' } } } },
    // Below a title Mantine's grey has 3.3:1.
    Notification: {
      defaultProps: { closeButtonProps: { 'aria-label': 'Close' } },
      styles: { description: { color: 'var(--mantine-color-text)' } },
    },
    Text: { defaultProps: { size: 'sm' } },
    Badge: { defaultProps: { size: 'sm', variant: 'light', tt: 'none', fw: 600 } },
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'default' } }),
    Tabs: Tabs.extend({ defaultProps: { keepMounted: false } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, withArrow: true, events: { hover: true, focus: true, touch: false } } }),
  },
});

/** Some of Mantine's shades have less than 4.5:1 against their ground (dimmed text 3.3:1, light badges, errors): mended here for all pages. */
export const contrast: CSSVariablesResolver = ({ colors }) => {
  const tones = Object.entries(colors).filter(([name]) => name !== 'dark');
  const light = (name: string, shade: string) => [`--mantine-color-${name}-light-color`, shade] as const;
  return {
    variables: {},
    light: {
      '--mantine-color-dimmed': colors.gray[7],
      '--mantine-color-placeholder': '#5f676e',
      '--mantine-color-error': colors.red[9],
      '--mantine-color-anchor': colors.indigo[8],
      ...Object.fromEntries(tones.map(([name, shades]) => light(name, `color-mix(in srgb, ${shades[9]} 80%, black)`))),
    },
    dark: {
      '--mantine-color-dimmed': '#b3b3b3',
      '--mantine-color-placeholder': '#a3a3a3',
      '--mantine-color-error': colors.red[4],
      '--mantine-color-anchor': colors.indigo[3],
      ...Object.fromEntries(tones.map(([name, shades]) => light(name, shades[2]))),
    },
  };
};
