// What the server answers to workspace/executeCommand, as its documentation has it. Types only.

export interface CourseAnswer {
  /** The learner's copy; empty while there is none. */
  root: string;
  title: string;
  lessons: LessonItem[];
}

export interface LessonItem {
  dir: string;
  title: string;
  readme: string;
  exercises: ExerciseItem[];
}

export type ExerciseState = 'new' | 'started' | 'solved';

export interface ExerciseItem {
  name: string;
  title: string;
  minutes: number;
  dir: string;
  main: string;
  state: ExerciseState;
  rules: string[];
}

export interface StartAnswer {
  root: string;
  open: string;
  firstExercise: string;
}

export interface LessonAnswer {
  title: string;
  markdown: string;
  uri: string;
  anchor: string;
}

export interface CheckAnswer {
  exercise: string;
  passed: boolean;
  steps: { name: string; state: 'passed' | 'failed' | 'skipped'; detail: string }[];
}

export interface HintAnswer {
  rung: number;
  of: number;
  markdown: string;
}

export interface Place {
  file: string;
  line: number;
  column: number;
}

export interface Step {
  goroutine: number;
  moment: number;
  place: Place;
  action: string;
  note?: string;
  held?: string[];
  channels?: string[];
  blocked?: string;
}

/** One schedule that shows a bug. */
export interface Witness {
  formatVersion: number;
  goroutines: { name: string; place?: Place }[] | null;
  steps: Step[] | null;
  outcome: string;
  why?: string;
  rule: string;
  message: string;
  confidence: string;
  text: string;
}

/** The argument of interleave.openLesson. */
export interface LessonLink {
  uri?: string;
  anchor?: string;
  rule?: string;
  lesson?: string;
}

/** The argument of interleave.showInterleaving. */
export interface InterleavingLink {
  uri: string;
  witness: string;
}
