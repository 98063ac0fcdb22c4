// For React 19: import "recovery-timeline/jsx" once.
import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type {
  RecoveryTimeline,
  RecoveryTimelineAttributes,
  RecoveryTimelineEvents,
  State,
} from "./recovery-timeline.js";

type Handlers = {
  [Name in keyof RecoveryTimelineEvents as `on${Name}`]?: (
    event: RecoveryTimelineEvents[Name],
  ) => void;
};

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "recovery-timeline": Omit<
        DetailedHTMLProps<HTMLAttributes<RecoveryTimeline>, RecoveryTimeline>,
        keyof RecoveryTimelineAttributes
      > &
        RecoveryTimelineAttributes &
        Handlers & { state?: State };
    }
  }
}
