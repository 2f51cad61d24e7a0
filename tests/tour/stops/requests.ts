import type { TourScreen } from '../stop.ts';
import { answers } from './requests-answers.ts';
import { history, reading } from './requests-reading.ts';
import { forms } from './requests-forms.ts';
import { writes } from './requests-writes.ts';

export const requests: TourScreen = {
  name: 'requests',
  title: 'Requests',
  about: 'The API by hand: find an operation, fill it in, send it, read the answer.',
  stops: [...forms, ...writes, ...answers, ...reading, ...history],
};
