export const unsaved = {
  title: 'Not everything is saved',
  what_one:
    'Token Desk could not write the last change of one profile to the disk. If you quit now, it is lost, and you may have to ask for new tokens.',
  what_other:
    'Token Desk could not write the last changes of {{count}} profiles to the disk. If you quit now, they are lost, and you may have to ask for new tokens.',
  help: 'Make room on the disk, or connect the drive, and try again.',
  stay: 'Keep Token Desk open',
  quit: 'Quit and lose it',
} as const

export const backupFiles = {
  backups: 'Backups',
  all: 'All files',
} as const

export const start = {
  refused:
    'Token Desk does not start with {{switches}}, because that could let others read your secrets. Start it without.',
  refusedVariables:
    'Token Desk does not start while the environment variable {{variables}} is set, because that could let others read your secrets. Remove it and start again.',
} as const

export const practice = {
  name: 'Practice server',
} as const

export const pageGone = {
  title: 'The window has failed several times',
  what: 'Token Desk tried to show it again, and it failed each time. Your profiles and tokens are safe.',
  help: 'If it keeps failing, quit and restart the computer.',
  again: 'Try again',
  quit: 'Quit Token Desk',
} as const
