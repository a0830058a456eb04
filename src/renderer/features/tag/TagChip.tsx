import { IconAlertTriangleFilled, IconTagFilled } from '@tabler/icons-react'
import { isolatedName } from '../../../shared/names.ts'
import type { Tag } from '../../../shared/profile-labels.ts'
import { Name } from '../name/Name.tsx'
import classes from './TagChip.module.css'

interface Props {
  readonly tag: Tag
  readonly size?: 'small' | 'large'
}

/** Shows a profile's tag by its name; red, for production, has a distinct shape. */
export function TagChip({ tag, size = 'small' }: Props) {
  const Icon = tag.color === 'red' ? IconAlertTriangleFilled : IconTagFilled
  return (
    <span
      className={classes['chip']}
      data-tag={tag.color}
      data-size={size}
      title={isolatedName(tag.name)}
    >
      <Icon size={size === 'large' ? 14 : 12} aria-hidden className={classes['icon']} />
      <span className={classes['name']}>
        <Name>{tag.name}</Name>
      </span>
    </span>
  )
}
