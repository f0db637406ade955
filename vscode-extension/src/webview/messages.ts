import type { Place, Witness } from '../protocol';

// What the extension and the scripts of its webviews tell each other. Types only.

/** To the lesson view: a rendered page, where to scroll, and the titles of its buttons. */
export interface LessonMessage {
  html: string;
  anchor: string;
  actions: string[];
}

/** From the lesson view. */
export type LessonEvent = { type: 'ready' } | { type: 'link'; href: string } | { type: 'action'; index: number };

/** To the interleaving view: a schedule (a fresh one starts at its first step), or that its text is gone. */
export type InterleavingMessage =
  { type: 'witness'; witness: Witness; fresh: boolean } | { type: 'stale'; note: string };

/** A line to be lit, and the words behind it. */
export interface Light {
  goroutine: number;
  place: Place;
  note: string;
}

/** From the interleaving view: the steps that it stands on, or a place to go to. */
export type InterleavingEvent = { type: 'ready' } | { type: 'steps'; steps: Light[] } | { type: 'open'; place: Place };
