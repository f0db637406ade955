// The script of the interleaving view: one lane for each goroutine, one row for each moment, one row at a time.
import type { InterleavingMessage } from './messages';
import type { Step, Witness } from '../protocol';
import { byId, make, tell } from './host';
import './interleaving.css';

const laneColors = 4;

let witness: Witness | undefined;
let rows: Step[][] = [];
let at = 0;

const main = byId('main');
const headline = make('h1');
const message = make('p', { className: 'message' });
const note = make('p', { className: 'stale', hidden: true });
note.setAttribute('role', 'status');
const back = button('‹ Back', 'One step back', () => {
  go(at - 1);
});
const forward = button('Forward ›', 'One step forward', () => {
  go(at + 1);
});
const start = button('« Start', 'To the first step', () => {
  go(0);
});
const position = make('span', { className: 'position' });
const toolbar = make('div', { className: 'toolbar' }, start, back, forward, position);
toolbar.setAttribute('role', 'toolbar');
toolbar.setAttribute('aria-label', 'Step through the interleaving');
const lanes = make('div', { className: 'lanes' });
const outcome = make('p', { className: 'outcome' });
const why = make('p', { className: 'why' });
const spoken = make('p', { className: 'spoken' });
spoken.setAttribute('aria-live', 'polite');
main.append(headline, message, note, toolbar, lanes, outcome, why, spoken);

window.addEventListener('message', (event: MessageEvent<InterleavingMessage>) => {
  if (event.data.type === 'stale') {
    note.textContent = event.data.note;
    note.hidden = false;
    document.body.classList.add('old');
    return;
  }
  note.hidden = true;
  document.body.classList.remove('old');
  witness = event.data.witness;
  rows = rowsOf(witness.steps ?? []);
  draw(witness);
  go(event.data.fresh ? 0 : at);
});

const keys: Record<string, () => number> = {
  ArrowRight: () => at + 1,
  ArrowDown: () => at + 1,
  ArrowLeft: () => at - 1,
  ArrowUp: () => at - 1,
  Home: () => 0,
  End: () => rows.length - 1,
};

document.addEventListener('keydown', (event) => {
  const target = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey ? undefined : keys[event.key];
  if (target) {
    event.preventDefault();
    go(target());
  }
});

/** Lays the steps out as the text columns do: a row for each moment, more where a goroutine has several steps in one. */
function rowsOf(steps: Step[]): Step[][] {
  const result: Step[][] = [];
  for (const step of steps) {
    const last = result.at(-1);
    if (last?.[0]?.moment === step.moment && !last.some((s) => s.goroutine === step.goroutine)) {
      last.push(step);
    } else {
      result.push([step]);
    }
  }
  return result;
}

/** Draws all of it; go() then marks where we stand. */
function draw(w: Witness): void {
  const goroutines = w.goroutines ?? [];
  headline.textContent = `${w.confidence === 'likely' ? 'Likely: ' : ''}${w.rule}`;
  message.textContent = w.message;
  outcome.textContent = w.outcome;
  why.textContent = w.why ? `Why they may run at once: ${w.why}` : '';
  lanes.dataset.lanes = String(goroutines.length);
  lanes.className = `lanes of${String(Math.min(goroutines.length, 8))}`;
  lanes.setAttribute('role', 'table');
  lanes.setAttribute('aria-label', `Interleaving of ${goroutines.length} goroutines, ${rows.length} steps`);

  const head = make('div', { className: 'row head' });
  head.setAttribute('role', 'row');
  head.append(cell('number', 'columnheader', '#'));
  goroutines.forEach((g, lane) => {
    const header = cell(`lane ${color(lane)}`, 'columnheader');
    header.append(
      make('span', { className: 'who', textContent: `goroutine ${lane + 1}` }),
      make('code', { textContent: g.name }),
    );
    const state = make('span', { className: 'state', id: `state${lane}` });
    header.append(state);
    head.append(header);
  });

  const body = rows.map((row, index) => {
    const line = make('div', { className: 'row', id: `row${index}` });
    line.setAttribute('role', 'row');
    line.append(cell('number', 'rowheader', String(index + 1)));
    goroutines.forEach((_, lane) => {
      const step = row.find((s) => s.goroutine === lane);
      const place = cell(`lane ${color(lane)}${step ? '' : ' empty'}`, 'cell');
      if (step) {
        place.append(stepButton(step, index));
      }
      line.append(place);
    });
    return line;
  });
  lanes.replaceChildren(head, ...body);
}

function stepButton(step: Step, index: number): HTMLElement {
  const action = make('code', { className: 'action', textContent: step.action });
  const where = make('span', { className: 'place', textContent: placeOf(step) });
  const b = make(
    'button',
    { className: 'step', tabIndex: -1 },
    make('span', { className: 'who', textContent: `goroutine ${step.goroutine + 1}` }),
    action,
  );
  if (step.note) {
    b.append(make('span', { className: step.blocked ? 'note waits' : 'note', textContent: step.note }));
  }
  b.append(where);
  b.setAttribute('aria-label', sentence(step));
  b.addEventListener('click', () => {
    go(index);
  });
  b.addEventListener('dblclick', () => {
    tell({ type: 'open', place: step.place });
  });
  return b;
}

/** Moves to a row: marks it, says what each goroutine holds and waits for, and lights the lines. */
function go(target: number): void {
  if (!witness || rows.length === 0) {
    return;
  }
  at = Math.max(0, Math.min(rows.length - 1, target));
  rows.forEach((_, index) => {
    const row = byId(`row${index}`);
    row.classList.toggle('done', index < at);
    row.classList.toggle('now', index === at);
    row.classList.toggle('later', index > at);
    row.toggleAttribute('aria-current', index === at);
  });
  (witness.goroutines ?? []).forEach((_, lane) => {
    showState(lane);
  });
  const last = at === rows.length - 1;
  back.disabled = start.disabled = at === 0;
  forward.disabled = last;
  outcome.classList.toggle('reached', last);
  position.textContent = `Step ${at + 1} of ${rows.length}`;
  const now = rows[at] ?? [];
  spoken.textContent = `Step ${at + 1} of ${rows.length}. ${now.map(sentence).join(' At the same time: ')} ${last ? witness.outcome : ''}`;
  byId(`row${at}`).scrollIntoView({ block: 'nearest' });
  tell({
    type: 'steps',
    steps: now.map((s) => ({
      goroutine: s.goroutine,
      place: s.place,
      note: `goroutine ${s.goroutine + 1}${s.note ? ` ${s.note}` : ''}`,
    })),
  });
}

/** Says in the head of a lane what its goroutine holds, what its channels contain, and what it waits for. */
function showState(lane: number): void {
  const latest = rows
    .slice(0, at + 1)
    .flat()
    .filter((s) => s.goroutine === lane)
    .at(-1);
  const parts: HTMLElement[] = [];
  const say = (kind: string, text: string) => parts.push(make('span', { className: kind, textContent: text }));
  if (latest === undefined) {
    say('idle', 'no step yet');
  } else {
    if (latest.held && latest.held.length > 0) {
      say('held', `holds ${latest.held.join(', ')}`);
    } else {
      say('idle', 'holds no lock');
    }
    for (const channel of latest.channels ?? []) {
      say('channel', channel);
    }
    if (latest.blocked) {
      say('blocked', `waits ${waitsFor(latest)}`);
    }
  }
  byId(`state${lane}`).replaceChildren(...parts);
}

/** What a blocked step waits for, without saying "waits" twice. */
function waitsFor(step: Step): string {
  const text = (step.blocked ?? '').replace(/^waits\s+/, '');
  return text.startsWith('for ') ? text : `for ${text}`;
}

function sentence(step: Step): string {
  const held = step.held && step.held.length > 0 ? `, holds ${step.held.join(' and ')}` : '';
  const waits = step.blocked ? `, waits ${waitsFor(step)}` : '';
  return `Goroutine ${step.goroutine + 1}: ${step.action}${step.note ? `, ${step.note}` : ''}, at ${placeOf(step)}${held}${waits}.`;
}

function placeOf(step: Step): string {
  return `${step.place.file.split(/[\\/]/).at(-1) ?? ''}:${step.place.line}`;
}

function color(lane: number): string {
  return `lane${lane % laneColors}`;
}

function cell(className: string, role: string, text = ''): HTMLElement {
  const element = make('div', { className, textContent: text });
  element.setAttribute('role', role);
  return element;
}

function button(text: string, label: string, act: () => void): HTMLButtonElement {
  const b = make('button', { textContent: text });
  b.setAttribute('aria-label', label);
  b.addEventListener('click', act);
  return b;
}

tell({ type: 'ready' });
