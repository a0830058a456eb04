import { shownName } from '../../../shared/names.ts'

/** A name from a person or a file, isolated from the direction of the text around it. */
export function Name({ children }: { readonly children: string }) {
  return <bdi>{shownName(children)}</bdi>
}
