/** How a search for signals stands. Stopped: its process is gone; what it had found is not kept, it can be begun again. */
export const DETECTION_RUN_STATES = ['running', 'done', 'failed', 'stopped'] as const
export type DetectionRunState = (typeof DETECTION_RUN_STATES)[number]

/** What a run is doing. */
export const DETECTION_STAGES = ['loading', 'searching', 'storing'] as const
export type DetectionStage = (typeof DETECTION_STAGES)[number]

/** What a signal rests on. Two of them are needed before anybody may open a case. */
export const SIGNAL_FAMILIES = ['answers', 'times', 'process', 'accounts', 'items'] as const
export type SignalFamily = (typeof SIGNAL_FAMILIES)[number]
