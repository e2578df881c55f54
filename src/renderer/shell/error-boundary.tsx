import { Component, type ReactNode } from "react";
import { ErrorNote } from "../ui/error-note.tsx";
import classes from "./shell.module.css";

type Props = { readonly resetKey: string; readonly children: ReactNode };
type State = { readonly error: unknown; readonly key: string };

/** Keeps a bug on one page from taking the rest along; going elsewhere clears it. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null, key: this.props.resetKey };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error };
  }

  static getDerivedStateFromProps(props: Props, state: State): State | null {
    return props.resetKey === state.key ? null : { error: null, key: props.resetKey };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return (
      <div className={classes.pageError}>
        <ErrorNote error={this.state.error} onRetry={() => this.setState({ error: null })} />
      </div>
    );
  }
}
