export const palette = {
  label: 'Find a profile or do something',
  placeholder: 'Type a name, or what you want to do',
  results: 'What you can do',
  none: 'Nothing matches “{{search}}”.',
  count_one: '{{count}} result',
  count_other: '{{count}} results',
  profile: {
    copy: 'Copy header: {{name}}',
    get: 'Get token: {{name}}',
    open: 'Show: {{name}}',
  },
  do: {
    'new-profile': 'New profile',
    import: 'Paste a cURL command or open a file',
    settings: 'Settings',
    security: 'Security and passphrase',
    lock: 'Lock now',
    inspect: 'Inspect a token',
    backup: 'Back up or restore',
    shortcuts: 'Keyboard shortcuts',
    licences: 'Licences',
  },
} as const
