/** See `paper-notice.ts`. */
export const PAPER_NOTICE_EN = [
  'While you take a paper, the system notes: every answer and change of an answer; when you leave the page or switch to another window, and for how long; when you paste or copy text (only how many characters, never the text); when you leave full screen, if the round asks for it; when the window changes size a lot; the device and network at the start, and when the paper is opened on another device or network (networks in a shortened form, not your address); when your device’s clock is far off the server’s.',
  'What for: to notice cheating and keep the contest fair for all. These notes alone decide nothing: screens go off, phones ring, somebody is at the door. Only together with signs of another kind do people of the organizers look, and you are heard before they conclude anything.',
  'Not noted: pictures, sound, location, keystrokes, other web pages, the identity of your device. You see all of your own notes on the result page once you have submitted. They are deleted 90 days after the results are published, at the latest 180 days after the round closes.',
] as const
