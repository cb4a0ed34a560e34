import { Component, type ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { ErrorPanel } from '../ui/error-panel.tsx';

interface FaultBoundaryProps {
  readonly children: ReactNode;
}
interface FaultBoundaryState {
  readonly fault: Error | undefined;
}

/** Stands around a page, so that a fault of ours in it leaves the rest of the window working. */
export class FaultBoundary extends Component<FaultBoundaryProps, FaultBoundaryState> {
  override state: FaultBoundaryState = { fault: undefined };

  static getDerivedStateFromError(fault: Error): FaultBoundaryState {
    return { fault };
  }

  override render(): ReactNode {
    if (!this.state.fault) return this.props.children;
    return (
      <div className="page">
        <ErrorPanel
          title="This page stopped working"
          error={{
            message: `The workbench made a mistake, not you. What was saved is safe. Show the page again; if it stops again, report these words: ${this.state.fault.message}`,
          }}
        >
          <Button onPress={() => this.setState({ fault: undefined })}>Show the page again</Button>
        </ErrorPanel>
      </div>
    );
  }
}
