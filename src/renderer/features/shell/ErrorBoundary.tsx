import { Component, type ReactNode } from 'react'
import { Broken } from './Broken.tsx'

interface Props {
  readonly children: ReactNode
}

/** Shows a way out instead of an empty window, when the page itself has a bug. */
export class ErrorBoundary extends Component<Props, { readonly isBroken: boolean }> {
  override state = { isBroken: false }

  static getDerivedStateFromError() {
    return { isBroken: true }
  }

  override render() {
    return this.state.isBroken ? <Broken /> : this.props.children
  }
}
