// The script of the lesson view: shows the page it is given, and tells the extension what is clicked.
import type { LessonMessage } from './messages';
import { byId, make, tell } from './host';
import './lesson.css';

const main = byId('main');

window.addEventListener('message', (event: MessageEvent<LessonMessage>) => {
  const { html, anchor, actions } = event.data;
  const article = make('article', { innerHTML: html }); // rendered by the extension, without markup of the page's own
  const toolbar = make('nav', { className: 'actions' });
  toolbar.setAttribute('role', 'toolbar');
  actions.forEach((title, index) => {
    const button = make('button', { textContent: title });
    button.addEventListener('click', () => {
      tell({ type: 'action', index });
    });
    toolbar.append(button);
  });
  main.replaceChildren(...(actions.length > 0 ? [toolbar] : []), article);
  scrollToAnchor(anchor);
});

// In the capture phase: VS Code has a handler of its own, which would open the links as files.
document.addEventListener(
  'click',
  (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[data-href]') : null;
    const href = link?.getAttribute('data-href');
    if (href === null || href === undefined) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    if (href.startsWith('#')) {
      scrollToAnchor(href.slice(1));
    } else {
      tell({ type: 'link', href });
    }
  },
  true,
);

function scrollToAnchor(id: string): void {
  const target = id === '' ? null : document.getElementById(id);
  if (!target) {
    window.scrollTo(0, 0);
    return;
  }
  for (const marked of document.querySelectorAll('.target')) {
    marked.classList.remove('target');
  }
  const heading = target.nextElementSibling ?? target;
  heading.classList.add('target');
  heading.setAttribute('tabindex', '-1');
  target.scrollIntoView();
}

tell({ type: 'ready' });
