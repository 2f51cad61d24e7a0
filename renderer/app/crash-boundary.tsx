import { Component, type ReactNode } from 'react';

interface CrashBoundaryProps {
  readonly children: ReactNode;
  /** What to show instead; `reset` tries the children again. */
  renderInstead(reset: () => void): ReactNode;
}

/** Keeps a mistake in one screen from taking the window with it. */
export class CrashBoundary extends Component<CrashBoundaryProps, { readonly crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError() {
    return { crashed: true };
  }

  override render() {
    return this.state.crashed
      ? this.props.renderInstead(() => this.setState({ crashed: false }))
      : this.props.children;
  }
}
