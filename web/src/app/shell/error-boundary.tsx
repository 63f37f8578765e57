import { Component, type ReactNode } from 'react'
import { CrashPage } from './crash-page'

interface State {
  error: unknown
}

/** The last net: whatever breaks while drawing ends in a sentence and a way on, never in a white page. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { error: null }

  static getDerivedStateFromError(error: unknown): State {
    return { error: error ?? new Error('unknown') }
  }

  override render() {
    return this.state.error === null ? this.props.children : <CrashPage error={this.state.error} />
  }
}
