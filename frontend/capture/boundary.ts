import type {
  BoundaryComponent,
  BoundaryProps,
  HearthErrors,
  ReactLike,
} from '../../src/main/resources/api/hearth-errors';

interface Failed {
  readonly failed: boolean;
}

/** What React's class gives the one that extends it. */
type Base = new (props: BoundaryProps) => { readonly props: BoundaryProps };

/** React tells an error boundary by these methods; hooks cannot be one. */
export function boundaryOf(
  { Component }: ReactLike,
  capture: HearthErrors['capture'],
): BoundaryComponent {
  return class Boundary extends (Component as unknown as Base) {
    state: Failed = { failed: false };

    static getDerivedStateFromError(): Failed {
      return { failed: true };
    }

    componentDidCatch(error: unknown): void {
      const { app, feature, level } = this.props;
      capture(error, { app, ...(feature && { feature }), ...(level && { level }) });
    }

    render(): unknown {
      const { fallback = null, children = null } = this.props;
      return this.state.failed ? fallback : children;
    }
  };
}
