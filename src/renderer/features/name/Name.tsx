import { shownName } from '../../../shared/names.ts'

/** A name that somebody gave, isolated from the text around it whatever its direction. */
export function Name({ children }: { readonly children: string }) {
  return <bdi>{shownName(children)}</bdi>
}
