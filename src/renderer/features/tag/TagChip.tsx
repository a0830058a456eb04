import { IconAlertTriangleFilled, IconTagFilled } from '@tabler/icons-react'
import type { Tag } from '../../../shared/sorting.ts'
import classes from './TagChip.module.css'

/** A profile's tag. Its name says it; red, which is for production, has a shape of its own. */
export function TagChip({ tag }: { readonly tag: Tag }) {
  const Icon = tag.color === 'red' ? IconAlertTriangleFilled : IconTagFilled
  return (
    <span className={classes['chip']} data-color={tag.color} title={tag.name}>
      <Icon size={12} aria-hidden className={classes['icon']} />
      <span className={classes['name']}>{tag.name}</span>
    </span>
  )
}
