import type { InterleavingEvent, LessonEvent } from './messages';

/** What VS Code gives the scripts of a webview. */
declare function acquireVsCodeApi(): { postMessage(event: unknown): void };

const api = acquireVsCodeApi();

/** Tells the extension something. */
export function tell(event: InterleavingEvent | LessonEvent): void {
  api.postMessage(event);
}

/** The element of the page with this id. */
export function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) {
    throw new Error(`the page has no #${id}`);
  }
  return element;
}

/** Makes an element. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}
